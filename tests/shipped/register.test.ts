import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { StationCollection } from '../../src/domain/schema/station.ts';
import { shippedBase } from './data.ts';

const REGISTER = 'geo/register';
const base = await shippedBase();
const byId = new Map(base.sites.map((site) => [site.id, site]));

describe('the shipped register', () => {
  it('has every record of its folder, once', () => {
    const files = readdirSync(REGISTER).map((name) => name.replace(/\.yaml$/, ''));
    expect(base.sites.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('is written in the style that merging keeps', () => {
    for (const name of readdirSync(REGISTER)) {
      const text = readFileSync(join(REGISTER, name), 'utf8');
      const again = parseDocument(text).toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true });
      expect(again, name).toBe(text);
    }
  });

  it('mentions records where the documents say so, word for word', () => {
    const texts = new Map(
      base.policies.flatMap(({ text, clauses }) => clauses.map((clause) => [clause.id, { text, clause }])),
    );
    for (const { id, mentions } of base.sites) {
      for (const { clause: clauseId, quote, start, end } of mentions) {
        const found = texts.get(clauseId);
        if (found === undefined) throw new Error(`${id}: there is no clause ${clauseId}`);
        expect(found.text.slice(start, end), id).toBe(quote);
        expect(start, id).toBeGreaterThanOrEqual(found.clause.start);
        expect(end, id).toBeLessThanOrEqual(found.clause.end);
      }
    }
  });

  it('names the stations that points were taken from as the stations are named', () => {
    const stations: unknown = JSON.parse(readFileSync('geo/out/stations.geojson', 'utf8'));
    const named = new Set(
      parseAs(StationCollection, stations, 'stations.geojson').features.map(({ properties }) => properties.name),
    );
    const from = base.sites.flatMap(({ id, location }) => (location.derivedFrom ?? []).map((name) => ({ id, name })));
    expect(from.filter(({ name }) => !named.has(name))).toEqual([]);
    expect(from).not.toEqual([]);
  });

  it('names wholes and venues that are there', () => {
    for (const { id, parent, heldAt } of base.sites) {
      for (const other of [parent, heldAt]) if (other !== null) expect(byId.has(other), `${id}: ${other}`).toBe(true);
      expect(parent, id).not.toBe(id);
    }
  });

  it('states towns of its districts alone', () => {
    const districtOf = new Map(base.towns.features.map(({ properties }) => [properties.code, properties.district]));
    for (const { id, districts, towns } of base.sites) {
      const strange = towns.filter((code) => !districts.some((district) => district === districtOf.get(code)));
      expect(strange, id).toEqual([]);
    }
  });
});
