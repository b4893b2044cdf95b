/** PostGIS from the system's packages in a folder of its own, made-up rows in it, and a tile server before it. */
import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** What a deployer puts into the database, too. */
const TILES_SQL = 'docs/deploy/postgis-tiles.sql';
export const TABLES = ['firms', 'parcels'] as const;
export type Table = (typeof TABLES)[number];
/** Rows that a view of the whole city gets at zoom 9: a parcel has more bytes than a point. */
const ROWS_AT_ZOOM_9: Record<Table, number> = { firms: 20_000, parcels: 5000 };
/** Of a made-up row, Web Mercator. A parcel is an octagon some 120 m across. */
const PLACE = 'ST_Transform(ST_SetSRID(ST_MakePoint(112.6 + random() * 0.8, 22.65 + random() * 0.8), 4326), 3857)';
const GEOMETRY: Record<Table, string> = { firms: PLACE, parcels: `ST_Buffer(${PLACE}, 20 + random() * 60, 2)` };

export interface Database {
  readonly pool: pg.Pool;
  stop(): Promise<void>;
}

/** Debian keeps the server's programs out of the path. */
async function programs(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined)
    throw new Error('PostgreSQL is not installed: apt-get install postgresql postgresql-15-postgis-3');
  return `/usr/lib/postgresql/${newest}/bin`;
}

/** The server refuses to run as root, so root starts it as the user that the package made. */
async function startDatabase(port: number): Promise<Database> {
  const bin = await programs();
  const folder = await mkdtemp(join(tmpdir(), 'postgis-'));
  const root = process.getuid?.() === 0;
  const user = root ? Number((await run('id', ['-u', 'postgres'])).stdout) : process.getuid?.();
  if (root && user !== undefined) await chown(folder, user, user);
  const as = root ? { uid: user } : {};
  const data = join(folder, 'data');
  await run(`${bin}/initdb`, ['-D', data, '-A', 'trust', '-U', 'bench'], as);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c shared_buffers=1GB -c maintenance_work_mem=1GB -c max_wal_size=8GB -c fsync=off`;
  const server = spawn(`${bin}/postgres`, ['-D', data, ...options.split(' ')], { ...as, stdio: 'ignore' });
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'bench', database: 'postgres', max: 8 });
  // A server that is stopped ends its idle connections itself.
  pool.on('error', () => undefined);
  for (let tries = 0; ; tries++) {
    try {
      await pool.query('SELECT 1');
      break;
    } catch (error) {
      if (tries === 60) throw error;
      await wait(500);
    }
  }
  return {
    pool,
    async stop() {
      await pool.end();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A table of so many made-up rows over the city's box, thinned and published as a deployer's is. */
async function load(pool: pg.Pool, table: Table, rows: number): Promise<void> {
  await pool.query('CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS btree_gist');
  await pool.query(await readFile(TILES_SQL, 'utf8'));
  await pool.query(`DROP TABLE IF EXISTS ${table}; SELECT setseed(0.5)`);
  await pool.query(
    `CREATE UNLOGGED TABLE ${table} AS SELECT n AS id, '测试厂' || n AS name,
       (ARRAY['汽车零部件','陶瓷制品','食品加工','工业机器人','医疗器械'])[1 + n % 5] AS industry,
       (n % 500)::int AS staff, 0::smallint AS lod, ${GEOMETRY[table]} AS geom
     FROM generate_series(1, ${rows}) AS n`,
  );
  await pool.query(`CALL foshan_thin('${table}', ${ROWS_AT_ZOOM_9[table]}); CALL foshan_publish('${table}')`);
}

export interface TileServer {
  /** Address of a table's TileJSON. */
  url(table: Table): string;
  /** Fills a table anew. */
  fill(table: Table, rows: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both; the tile server hands each request on to the table's function, as Martin does, to any origin. */
export async function startPostgis(port = 54_399): Promise<TileServer> {
  const database = await startDatabase(port);
  const tile = async (table: string, at: readonly number[], query: URLSearchParams): Promise<Buffer> => {
    const { rows } = await database.pool.query<{ mvt: Buffer }>(`SELECT ${table}_tile($1, $2, $3, $4) AS mvt`, [
      ...at,
      JSON.stringify(Object.fromEntries(query)),
    ]);
    return rows[0]?.mvt ?? Buffer.alloc(0);
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const [, table = '', ...at] = /^\/(\w+)\/(\d+)\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!TABLES.some((each) => each === table)) {
      const tiles = [`${pathname.replace(/\.json$/, '')}/{z}/{x}/{y}`];
      response.end(JSON.stringify({ tilejson: '3.0.0', tiles, minzoom: 0, maxzoom: 16 }));
      return;
    }
    tile(table, at.map(Number), searchParams).then(
      (bytes) => response.end(bytes),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: (table) => `http://127.0.0.1:${at}/${table}.json`,
    fill: (table, rows) => load(database.pool, table, rows),
    async stop() {
      server.close();
      await database.stop();
    },
  };
}
