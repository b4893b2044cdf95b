/** Metro lines as straight pieces between stations: a scheme, not a route. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { Bilingual } from '../../src/domain/schema/parts.ts';
import { roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';

export type MetroLines = FeatureCollection<LineString, { name: string; nameEn: string; quality: Bilingual }>;

const NAME_EN: Record<string, string> = {
  佛山地铁2号线: 'Foshan Metro Line 2',
  广佛线: 'Guangfo Line',
  广州地铁7号线: 'Guangzhou Metro Line 7',
};

/** Lines of the source; a line without an English name, or that is no line, is a problem. */
export function metroLineCollection(
  source: SourceCollection,
  file: string,
): { lines: MetroLines; problems: Problem[] } {
  const features: Feature<LineString, MetroLines['features'][number]['properties']>[] = [];
  const problems: Problem[] = [];
  for (const { geometry, properties } of source.features) {
    const name = String(properties?.name);
    const nameEn = NAME_EN[name];
    if (nameEn === undefined || geometry?.type !== 'LineString') {
      problems.push({
        file,
        record: name,
        reason: nameEn === undefined ? 'no English name' : 'the geometry is not a line',
      });
      continue;
    }
    const [used, total] = [Number(properties?.stations_used), Number(properties?.stations_total)];
    const gaps = used < total;
    const quality = {
      zh: `示意线：${used}/${total} 个车站以直线相连，不是实际走向${gaps ? '；所缺车站被直线跨过或截去' : ''}`,
      en: `Schematic: straight lines joining ${used} of ${total} stations, not the route${gaps ? '; missing stations are passed over or cut off' : ''}`,
    };
    const coordinates = geometry.coordinates.map(([lng = Number.NaN, lat = Number.NaN]) => [
      roundTo(lng, 5),
      roundTo(lat, 5),
    ]);
    features.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { name, nameEn, quality },
    });
  }
  return { lines: { type: 'FeatureCollection', features }, problems };
}
