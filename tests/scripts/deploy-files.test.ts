import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../scripts/headers.mjs';
import { Basemap } from '../../src/domain/schema/basemap.ts';
import { Config } from '../../src/domain/schema/config.ts';
import { entriesOf } from '../../src/domain/schema/entries.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { PlaceSearch } from '../../src/domain/schema/place-search.ts';
import { RemoteSource } from '../../src/domain/schema/remote.ts';
import { parseTourId } from '../../src/domain/tour-parse.ts';
import { BASEMAP_KINDS, CLUSTER_IDS, DISTRICT_IDS } from '../../src/domain/vocabulary.ts';

const read = (name: string) => readFileSync(`docs/${name}`, 'utf8');

describe('what deployers copy', () => {
  it.each(['deploy/headers.conf', 'deploy/Caddyfile', 'deploying.md'])(
    '%s has the headers that npm start sends',
    (name) => {
      const text = read(name);
      for (const [header, value] of Object.entries(securityHeaders)) {
        const line = text.split('\n').find((each) => each.includes(header) && each.includes(value));
        expect(line, header).toBeDefined();
      }
    },
  );

  it('serves the same kinds of files with nginx alone and in the container', () => {
    const kinds = (name: string) =>
      [...(/\n\s*types \{([^}]*)\}/.exec(read(name))?.[1] ?? '').matchAll(/(\S+\/\S+) ([^;]+);/g)].map(
        ([, type, endings]) => `${type} ${endings}`,
      );
    expect(kinds('deploy/nginx.conf')).toContain('text/javascript js');
    expect(kinds('deploy/container.conf')).toEqual(kinds('deploy/nginx.conf'));
  });

  it('redirects by the path alone, since a proxy in front has another scheme and port', () => {
    const blocks = read('deploy/nginx.conf').split(/(?=location )/);
    for (const block of blocks.filter((each) => each.includes('return 301'))) {
      expect(block).toContain('absolute_redirect off;');
    }
    expect(read('deploy/container.conf')).toContain('absolute_redirect off;');
  });

  it('repeats the security headers wherever nginx would drop them', () => {
    for (const name of ['deploy/nginx.conf', 'deploy/container.conf']) {
      const blocks = read(name).split(/(?=location|server \{)/);
      for (const block of blocks.filter((each) => each.includes('add_header'))) expect(block).toContain('headers.conf');
    }
  });
});

describe('the deployer’s config.json', () => {
  it('is left out by every line that copies a whole build', () => {
    const lines = read('deploying.md').match(/^rsync .*\bdist\/ .*$/gm) ?? [];
    expect(lines).toHaveLength(1);
    for (const line of lines) expect(line).toContain('--exclude=/config.json');
  });
});

describe('what deployers configure', () => {
  const text = read('deploying.md');

  it('has an example that is valid, and a policy that differs by its hosts alone', () => {
    const example = parseAs(Config, JSON.parse(/```json\n([^`]*)```/.exec(text)?.[1] ?? ''), 'config.json');
    const hosts = [
      ...example.basemaps
        .map((entry) => parseAs(Basemap, entry, 'config.json'))
        .flatMap((base) => (base.kind === 'tiles' ? base.layers.flatMap(({ tiles }) => tiles) : [])),
      ...example.sources.map((entry) => parseAs(RemoteSource, entry, 'config.json').url),
    ].map((address) => /^https:\/\/[^/]+/.exec(address)?.[0] ?? '');
    const policies = [...text.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(([, policy = '']) => policy);
    const [plain = '', withHosts = ''] = policies;
    expect(entriesOf(PlaceSearch, example.placeSearch, 'placeSearch')).toMatchObject({ good: [{}], problems: [] });
    expect(example.tours.map(parseTourId)).toEqual(['investors', 'open-day']);
    expect(policies).toHaveLength(2);
    expect(hosts).toHaveLength(2);
    for (const host of hosts) expect(/connect-src [^;]*/.exec(withHosts)?.[0].split(' ')).toContain(host);
    expect(hosts.reduce((policy, host) => policy.replaceAll(` ${host}`, ''), withHosts)).toBe(plain);
  });

  it('has examples of base maps that can be read, and names every kind', () => {
    const [, ...more] = [...text.matchAll(/```json\n([^`]*)```/g)].map(([, json = '']) => JSON.parse(json));
    const entries = more.flatMap(({ basemaps }: { basemaps: object[] }) => basemaps);
    expect(entries.map((entry) => parseAs(Basemap, entry, 'config.json').kind)).toEqual(['tianditu', 'wmts']);
    for (const kind of BASEMAP_KINDS) expect(text).toContain(`| \`${kind}\``);
  });

  it('names every cluster and district that has a tour', () => {
    for (const id of [...CLUSTER_IDS, ...DISTRICT_IDS]) expect(text).toContain(`\`${id}\``);
  });
});

describe('npm run headers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  function printed(way: string, config: object) {
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    const text = execFileSync(process.execPath, ['scripts/print-headers.mjs', way, file], { encoding: 'utf8' });
    return text.trim().split('\n');
  }

  it('prints what nginx, the container and Caddy have in the docs', () => {
    const lines = (name: string) =>
      read(name)
        .split('\n')
        .map((line) => line.trim());
    expect(lines('deploy/headers.conf')).toEqual(expect.arrayContaining(printed('nginx', {})));
    expect(lines('deploy/Caddyfile')).toEqual(expect.arrayContaining(printed('caddy', {})));
  });

  it('names the hosts of a configuration', () => {
    const [policy] = printed('plain', { embedOrigins: ['https://portal.example'], hosts: ['https://tiles.example'] });
    expect(policy).toMatch(/^Content-Security-Policy: .*connect-src 'self' https:\/\/tiles\.example;/);
    expect(policy).toContain('frame-ancestors https://portal.example;');
  });
});
