/** Data that the first view does not need: each file is loaded on first need, and so is its schema. */

import { ConversionTable } from '../domain/schema/config.ts';
import { PackageLicences } from '../domain/schema/licence.ts';
import { OfferLists } from '../domain/schema/offer.ts';
import { JunctionCollection, OsmInfo, OsmTownCollection } from '../domain/schema/osm.ts';
import { OutlineCollection, type OutlineCoordinates } from '../domain/schema/outline.ts';
import { parseAs } from '../domain/schema/parse.ts';
import { PlaceCollection } from '../domain/schema/place.ts';
import { SearchIndex } from '../domain/schema/search.ts';
import { StationCollection } from '../domain/schema/station.ts';
import { Statistics } from '../domain/schema/statistics.ts';
import { Terms } from '../domain/schema/term.ts';
import { json, parsed } from './json.ts';
import { type ByteSource, stationFile } from './source.ts';

export async function loadStatistics(source: ByteSource): Promise<Statistics> {
  return parseAs(Statistics, await json(source, 'statistics.json'), 'statistics.json');
}

/** The support that the documents state, a list for each document that states any. */
export async function loadOffers(source: ByteSource): Promise<OfferLists> {
  return parseAs(OfferLists, await json(source, 'offers.json'), 'offers.json');
}

export async function loadSearch(source: ByteSource): Promise<SearchIndex> {
  return parseAs(SearchIndex, await json(source, 'search.json'), 'search.json');
}

export async function loadStations(source: ByteSource): Promise<StationCollection> {
  const file = stationFile(source);
  return parseAs(StationCollection, await json(source, file), file);
}

/** Null where this build has no tiles of OpenStreetMap. */
export async function loadOsmInfo(source: ByteSource): Promise<OsmInfo | null> {
  return source.has('osm.json') ? parseAs(OsmInfo, await json(source, 'osm.json'), 'osm.json') : null;
}

/** Where ramps leave motorways; null where this build knows none. */
export async function loadJunctions(source: ByteSource): Promise<JunctionCollection | null> {
  const file = 'osm-junctions.geojson';
  return source.has(file) ? parseAs(JunctionCollection, await json(source, file), file) : null;
}

/** Areas of towns; null where this build knows none. */
export async function loadTownAreas(source: ByteSource): Promise<OsmTownCollection | null> {
  const file = 'osm-towns.geojson';
  return source.has(file) ? parseAs(OsmTownCollection, await json(source, file), file) : null;
}

export async function loadPlaces(source: ByteSource): Promise<PlaceCollection> {
  return parseAs(PlaceCollection, await json(source, 'places.geojson'), 'places.geojson');
}

/** Outlines of sites, by their ids. */
export async function loadOutlines(source: ByteSource): Promise<ReadonlyMap<string, OutlineCoordinates>> {
  const { features } = parseAs(OutlineCollection, await json(source, 'outlines.geojson'), 'outlines.geojson');
  return new Map(features.map(({ geometry, properties }) => [properties.id, geometry.coordinates]));
}

/** Words for what is made, and the clusters that they mean. */
export async function loadTerms(source: ByteSource): Promise<Terms> {
  return parseAs(Terms, await json(source, 'terms.json'), 'terms.json');
}

export async function loadConversion(source: ByteSource): Promise<ConversionTable> {
  return parseAs(ConversionTable, await json(source, 'zh-Hant.json'), 'zh-Hant.json');
}

/** Licences of the code in this build; none while it is served from its sources. */
export async function loadLicences(source: ByteSource): Promise<PackageLicences> {
  const text = await source.licences();
  return text === null ? [] : parseAs(PackageLicences, parsed(text, 'licences.json'), 'licences.json');
}
