/** PostGIS from the system's packages in a folder of its own, synthetic rows in it, and a tile server before it. */
import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** Rows that a view of the whole city gets at zoom 9; each zoom shows four times as many, until all are there. */
const ROWS_AT_ZOOM_9 = 20_000;

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

/**
 * A table of `rows` made-up firms over the city's box. `lod` is the zoom from which a row is shown: it is drawn by
 * chance, so that a far view gets a fair sample of a size that does not grow with the table.
 */
async function load(pool: pg.Pool, rows: number): Promise<void> {
  await pool.query('CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS btree_gist');
  await pool.query('DROP TABLE IF EXISTS firms; SELECT setseed(0.5)');
  await pool.query(
    `CREATE TABLE firms AS SELECT n AS id, '测试厂' || n AS name,
       (ARRAY['汽车零部件','陶瓷制品','食品加工','工业机器人','医疗器械'])[1 + n % 5] AS industry,
       (n % 500)::int AS staff,
       greatest(9, least(16, 9 + ceil(ln(greatest(random() * ${rows} / ${ROWS_AT_ZOOM_9}, 1)) / ln(4))))::smallint AS lod,
       ST_Transform(ST_SetSRID(ST_MakePoint(112.6 + random() * 0.8, 22.65 + random() * 0.8), 4326), 3857) AS geom
     FROM generate_series(1, ${rows}) AS n`,
  );
  await pool.query('CREATE INDEX firms_place ON firms USING gist (lod, geom)');
  await pool.query('ANALYZE firms');
}

export interface TileServer {
  /** Address of the TileJSON. */
  readonly url: string;
  readonly count: { tiles: number; bytes: number };
  /** Fills the table anew. */
  fill(rows: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both; the tile server answers TileJSON and tiles made by ST_AsMVT, to any origin. */
export async function startPostgis(port = 54_399): Promise<TileServer> {
  const database = await startDatabase(port);
  const count = { tiles: 0, bytes: 0 };
  const tile = async (z: number, x: number, y: number): Promise<Buffer> => {
    const { rows } = await database.pool.query<{ mvt: Buffer }>(
      `SELECT ST_AsMVT(t, 'firms') AS mvt FROM (
         SELECT id, name, industry, staff, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3)) AS geom
         FROM firms WHERE lod <= greatest($1, 9) AND geom && ST_TileEnvelope($1, $2, $3)) AS t`,
      [z, x, y],
    );
    return rows[0]?.mvt ?? Buffer.alloc(0);
  };
  const server = createServer((request, response) => {
    const path = /^\/(\d+)\/(\d+)\/(\d+)\.pbf$/.exec(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === null) {
      const template = `{z}/{x}/{y}.pbf`;
      response.end(JSON.stringify({ tilejson: '3.0.0', tiles: [template], minzoom: 0, maxzoom: 16 }));
      return;
    }
    tile(Number(path[1]), Number(path[2]), Number(path[3])).then(
      (bytes) => {
        count.tiles += 1;
        count.bytes += bytes.length;
        response.end(bytes);
      },
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
    url: `http://127.0.0.1:${at}/firms.json`,
    count,
    fill: (rows) => load(database.pool, rows),
    async stop() {
      server.close();
      await database.stop();
    },
  };
}
