/** From the words of a cell to a district or a town, and from those to a point with its error. */
import { ringsOf } from '../../../domain/rings.ts';
import type { DistrictCollection, TownCollection } from '../../../domain/schema/area.ts';
import { DISTRICT_ADCODE, DISTRICT_IDS, type DistrictId, type Precision } from '../../../domain/vocabulary.ts';
import type { Cell, ImportContext, Register } from '../types.ts';
import { districtTest } from './areas.ts';
import { planarMetres } from './planar.ts';
import { type SiteIndex, siteIndexOf } from './site-index.ts';
import { townReach, townTest } from './town-reach.ts';

export interface PlacePoint {
  readonly lng: number;
  readonly lat: number;
  readonly radiusM: number;
  readonly precision: Precision;
}

export interface Town {
  readonly code: number;
  readonly district: DistrictId;
}

export interface Gazetteer {
  /** Exact name, short form, English name or code; then an address that begins with the name. */
  district(cell: Cell | undefined): DistrictId | null;
  town(cell: Cell | undefined): Town | null;
  /** Sites of the register, for rows that name one. */
  readonly sites: SiteIndex;
  /** The label, with an error that covers the district. */
  districtPoint(id: DistrictId): PlacePoint | null;
  /** The point that stands for a town, with an error that covers the town; null where no source gives it. */
  townPoint(code: number): PlacePoint | null;
  /** Whether a place can belong to a town, by a bound that is wide on purpose; null where no source places the town. */
  canBeIn(code: number, lng: number, lat: number): boolean | null;
}

const key = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·.-]/g, '');

type Feature = DistrictCollection['features'][number];

/** The label point, with the distance to the farthest corner of the boundary as its error. */
function labelPoint({ properties, geometry }: Feature): PlacePoint {
  const [lng, lat] = properties.label;
  let far = 0;
  for (const [x = lng, y = lat] of ringsOf(geometry).flat()) far = Math.max(far, planarMetres(lng, lat, x, y));
  return { lng, lat, radiusM: Math.ceil(far / 100) * 100, precision: 'district' };
}

const ENGLISH_TAIL = /(district|subdistrict|street|town|qu|zhen|jiedao)$/;

/** Every way a district is written in tables. */
function districtKeys({ properties }: Feature): string[] {
  const { nameZh, nameEn } = properties;
  const short = nameZh.replace(/区$/, '');
  return [nameZh, short, `${short}市`, nameEn, properties.id, String(properties.adcode)].map(key);
}

/** Every way a town is written: 北滘镇, 北滘, 北滘街道, 石湾镇街道, 石湾, 石湾街道, Beijiao, its code. */
function townKeys({ nameZh, nameEn, code }: TownCollection['features'][number]['properties']): string[] {
  const short = nameZh.replace(/(镇街道|街道办事处|街道|镇)$/, '');
  const zh = [short, `${short}镇`, `${short}街道`, `${short}街`, `${short}街道办事处`, `${short}镇街道`, nameZh];
  return [...zh, nameEn, code, `${code}000`].map(key);
}

const NO_REGISTER: Register = { sites: [], variants: {} };

const CITY = /^(中国)?(广东省?)?(佛山市?)?/;

const made = new WeakMap<ImportContext, Gazetteer>();

export function gazetteerOf(context: ImportContext): Gazetteer {
  const known = made.get(context) ?? gazetteerFor(context);
  made.set(context, known);
  return known;
}

function gazetteerFor({ districts, towns, register = NO_REGISTER }: ImportContext): Gazetteer {
  /** As `key`, in simplified characters: lists are kept in traditional ones too. */
  const read = (text: string) =>
    key(text).replace(/\p{Script=Han}/gu, (character) => register.variants[character] ?? character);
  const districtByKey = new Map<string, DistrictId>();
  const fullDistricts: (readonly [string, DistrictId])[] = [];
  const points = new Map<DistrictId, PlacePoint>();
  for (const feature of districts.features) {
    for (const name of districtKeys(feature)) districtByKey.set(name, feature.properties.id);
    fullDistricts.push([feature.properties.nameZh, feature.properties.id]);
    points.set(feature.properties.id, labelPoint(feature));
  }
  const townByCode = new Map<number, TownCollection['features'][number]>();
  const inside = districtTest(districts);
  const reach = townReach(districts, towns, inside);
  const townByKey = new Map<string, Town>();
  const fullTowns: (readonly [string, Town])[] = [];
  for (const feature of towns.features) {
    const { properties } = feature;
    const town: Town = { code: Number(properties.code), district: properties.district };
    townByCode.set(town.code, feature);
    for (const name of townKeys(properties)) townByKey.set(name, town);
    fullTowns.push([properties.nameZh, town]);
  }

  /** Cells repeat: what was looked up once is remembered, up to a bound. */
  function remembered<T>(find: (text: string) => T): (cell: Cell | undefined) => T | null {
    const known = new Map<string, T>();
    return (cell) => {
      if (cell === null || cell === undefined || cell === '') return null;
      const text = String(cell).trim();
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = find(text);
      if (known.size < 50_000) known.set(text, found);
      return found;
    };
  }

  const exact = <T>(index: ReadonlyMap<string, T>, text: string): T | undefined => {
    const whole = read(text);
    return index.get(whole) ?? index.get(whole.replace(CITY, '')) ?? index.get(whole.replace(ENGLISH_TAIL, ''));
  };

  function findDistrict(text: string): DistrictId | null {
    const code = /^4406\d{2}(\d{3}|\d{6})?$/.test(text) ? Number(text.slice(0, 6)) : null;
    if (code !== null) return DISTRICT_IDS.find((id) => DISTRICT_ADCODE[id] === code) ?? null;
    const rest = read(text).replace(CITY, '');
    return exact(districtByKey, text) ?? fullDistricts.find(([name]) => rest.startsWith(name))?.[1] ?? null;
  }

  /** In an address the town stands at the start, or right behind the city and the district. */
  function findTown(text: string): Town | null {
    const found = exact(townByKey, text);
    if (found !== undefined) return found;
    const rest = read(text).replace(CITY, '');
    const inDistrict = fullDistricts.find(([name]) => rest.startsWith(name));
    const tail = inDistrict === undefined ? rest : rest.slice(inDistrict[0].length);
    const town = townByKey.get(tail) ?? fullTowns.find(([name]) => tail.startsWith(name))?.[1] ?? null;
    return town !== null && inDistrict !== undefined && town.district !== inDistrict[1] ? null : town;
  }

  return {
    district: remembered(findDistrict),
    town: remembered(findTown),
    sites: siteIndexOf(register),
    canBeIn: townTest(towns, inside),
    districtPoint: (id) => points.get(id) ?? null,
    townPoint(code) {
      const feature = townByCode.get(code);
      if (feature === undefined || feature.geometry === null) return null;
      const [lng, lat] = feature.geometry.coordinates;
      return { lng, lat, radiusM: reach(feature), precision: 'town' };
    },
  };
}
