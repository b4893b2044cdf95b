/**
 * Asks a geocoder for the places of addresses, and writes what it finds as proposals: a file of corrections, to be looked
 * at in the page, or merged. A step apart, for a machine with a network: the build needs none of it, and importing this
 * file runs nothing.
 *
 *   npm run geo:locate -- --config FILE                 asks for every record with an address that is not exact yet
 *   npm run geo:locate -- --config FILE --only id,id    asks for these alone
 *   npm run geo:locate -- --config FILE --out FILE      writes there instead
 *
 * What the file says, and what each service's levels are worth, is told in geo/README.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { patchOf, patchText } from '../src/data/export/patch.ts';
import type { LocationCorrection } from '../src/domain/corrections.ts';
import { messageOf } from '../src/domain/error-message.ts';
import { DistrictCollection } from '../src/domain/schema/area.ts';
import { Version } from '../src/domain/schema/config.ts';
import { parseAs } from '../src/domain/schema/parse.ts';
import { SiteCollection, type SiteProperties } from '../src/domain/schema/site.ts';
import { runCommand } from './steps/command.ts';
import { askService, Refused, type Wait } from './steps/locate/ask.ts';
import { GeocoderConfig } from './steps/locate/geocoder.ts';
import { type Asked, isAsked, proposalOf, questionOf } from './steps/locate/propose.ts';
import { SERVICES } from './steps/locate/services.ts';

/** So many questions in a row without an answer, and the service is taken to be out of order. */
const MOST_FAILURES = 3;

export interface Located {
  readonly proposals: readonly LocationCorrection[];
  /** Records for which nothing is proposed, each with its reason. */
  readonly rest: readonly { readonly record: string; readonly reason: string }[];
  /** Why it ended before the last record; null where it did not. */
  readonly stopped: string | null;
}

/** Asks for one record after the other, with a pause between. What was found stays found where the service gives up. */
export async function locate(
  sites: readonly SiteProperties[],
  asked: Asked,
  ask: (address: string) => Promise<unknown>,
  wait: Wait,
): Promise<Located> {
  const { service, config } = asked;
  const proposals: LocationCorrection[] = [];
  const rest: { record: string; reason: string }[] = [];
  let failures = 0;
  for (const [index, site] of sites.entries()) {
    if (index > 0) await wait(config.pauseMs);
    const none = (reason: string) => void rest.push({ record: site.id, reason });
    try {
      const found = service.read(await ask(questionOf(site)), config.levels);
      failures = 0;
      const proposal = found === null ? 'the service knows no such place' : proposalOf(site, found, asked);
      if (typeof proposal === 'string') none(proposal);
      else proposals.push(proposal);
    } catch (error) {
      if (error instanceof Refused) return { proposals, rest, stopped: error.message };
      none(messageOf(error));
      failures += 1;
      if (failures === MOST_FAILURES)
        return { proposals, rest, stopped: `${MOST_FAILURES} answers in a row could not be used` };
    }
  }
  return { proposals, rest, stopped: null };
}

/** Throws with a sentence for the user on a file that is none, a key that is not there, or an address that is missing. */
export function readConfig(file: string, env: Readonly<Record<string, string | undefined>>) {
  if (!existsSync(file)) throw new Error(`${file}: the file does not exist`);
  const config = parseAs(GeocoderConfig, parse(readFileSync(file, 'utf8')), file);
  const service = SERVICES[config.kind];
  const base = config.url ?? service.url;
  if (base === null) throw new Error(`${file}: url: ${config.kind} has no address of its own; name one`);
  const key = config.keyEnv === undefined ? '' : (env[config.keyEnv] ?? '');
  if (service.needsKey && config.keyEnv === undefined)
    throw new Error(`${file}: keyEnv: ${config.kind} wants a key; name the environment variable that holds it`);
  if (service.needsKey && key === '') throw new Error(`${file}: the environment variable ${config.keyEnv} is empty`);
  return { config, service, base, key };
}

/** Throws where an id is none, or has no address. */
function chosen(sites: readonly SiteProperties[], only: string | undefined): SiteProperties[] {
  if (only === undefined) return sites.filter(isAsked);
  return only.split(',').map((id) => {
    const site = sites.find((each) => each.id === id.trim());
    if (site === undefined) throw new Error(`--only ${id}: the register has no such record`);
    if (site.address === null) throw new Error(`--only ${id}: the record has no address`);
    return site;
  });
}

async function main(root: string, args: string[], say: (message: string) => void): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { config: { type: 'string' }, only: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.config === undefined) throw new Error('--config FILE names the geocoder; geo/README.md says how');
  const { config, service, base, key } = readConfig(values.config, process.env);
  const built = (name: string): unknown => JSON.parse(readFileSync(join(root, 'geo/out', name), 'utf8'));
  const version = parseAs(Version, built('version.json'), 'version.json');
  const { features } = parseAs(SiteCollection, built('sites.geojson'), 'sites.geojson');
  const sites = chosen(
    features.map(({ properties }) => properties),
    values.only,
  );
  const made = new Date().toISOString().slice(0, 10);
  const districts = parseAs(DistrictCollection, built('districts.geojson'), 'districts.geojson');
  const wait: Wait = (ms) => new Promise((done) => setTimeout(done, ms));
  say(`asking ${new URL(base).host} for ${sites.length} addresses`);
  const asked = { config, service, districts, made, dataVersion: version.data };
  const ask = (address: string) => askService(service.ask(base, key, address), config, wait);
  const { proposals, rest, stopped } = await locate(sites, asked, ask, wait);
  for (const { record, newValue } of proposals)
    say(`  ${record}: ${newValue.precision}, ± ${newValue.radiusM} m, ${newValue.position?.join(', ')}`);
  for (const { record, reason } of rest) say(`  ${record}: nothing proposed, ${reason}`);
  if (stopped !== null) say(`stopped early: ${stopped}`);
  const out = resolve(values.out ?? `foshan-224-located-${made}.json`);
  if (proposals.length > 0) {
    writeFileSync(out, patchText(patchOf(proposals, version.data, made)));
    say(`${proposals.length} proposals in ${out}: open them in the page, or npm run geo -- --apply FILE`);
  } else say('nothing to propose');
  return stopped === null ? 0 : 1;
}

await runCommand(import.meta.url, main);
