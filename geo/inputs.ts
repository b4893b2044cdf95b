/** Reads the build's YAML and text. What does not parse becomes a problem, and the rest is read on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GenericSchema, InferOutput } from 'valibot';
import { parse } from 'yaml';
import { OutlineFile } from '../src/domain/schema/outline.ts';
import { parseAs, problemsOf } from '../src/domain/schema/parse.ts';
import { SiteRecord } from '../src/domain/schema/record.ts';
import { StatisticsRecord } from '../src/domain/schema/statistics.ts';
import type { DocumentRecords } from './steps/document.ts';
import type { FiledOutline } from './steps/outlines.ts';
import type { Problem } from './steps/problem.ts';
import {
  BriefRecords,
  ChangeRecords,
  ClusterRecords,
  OfferRecords,
  PolicyMeta,
  ReadingRecords,
  TermRecords,
  UnitRecords,
  WordTable,
} from './steps/records.ts';

/** Outlines of sites, each under its record's id. */
export const OUTLINES = 'geo/register/outlines';
export const PINYIN_REVIEW = 'geo/review/pinyin.txt';

/** A record and the file it comes from, relative to the repository. */
export interface Filed<T> {
  file: string;
  record: T;
}

export interface Inputs {
  documents: DocumentRecords[];
  units: InferOutput<typeof UnitRecords>;
  terms: InferOutput<typeof TermRecords>;
  sites: Filed<SiteRecord>[];
  /** By the id that each file is named after. */
  outlines: ReadonlyMap<string, FiledOutline>;
  statistics: Filed<StatisticsRecord>[];
  changes: InferOutput<typeof ChangeRecords>;
  pinyinOverrides: Record<string, string>;
  /** The readings that a person has confirmed, as the file stands; empty where there is none. */
  pinyinReview: string;
  conversionOverrides: Record<string, string>;
  problems: Problem[];
}

/** Reader of one repository that collects problems. */
function readerOf(root: string) {
  const problems: Problem[] = [];

  function yaml<S extends GenericSchema>(file: string, schema: S): InferOutput<S> | null {
    const problem = (reason: string) => problems.push({ file, record: basename(file, '.yaml'), reason });
    let content: unknown;
    try {
      content = parse(readFileSync(join(root, file), 'utf8'));
    } catch (error) {
      problem(error instanceof Error ? error.message : String(error));
      return null;
    }
    const found = problemsOf(schema, content);
    found.forEach(problem);
    return found.length > 0 ? null : parseAs(schema, content, file);
  }

  function folder(path: string): string[] {
    if (!existsSync(join(root, path))) return [];
    return readdirSync(join(root, path)).sort();
  }

  function all<S extends GenericSchema>(path: string, schema: S): Filed<InferOutput<S>>[] {
    const files = folder(path).filter((name) => name.endsWith('.yaml'));
    return files.flatMap((name) => {
      const record = yaml(`${path}/${name}`, schema);
      return record === null ? [] : [{ file: `${path}/${name}`, record }];
    });
  }

  function outlines(path: string): Map<string, FiledOutline> {
    const found = new Map<string, FiledOutline>();
    for (const name of folder(path).filter((each) => each.endsWith('.geojson'))) {
      const file = `${path}/${name}`;
      const id = basename(name, '.geojson');
      try {
        const content = parseAs(OutlineFile, JSON.parse(readFileSync(join(root, file), 'utf8')), file);
        found.set(id, { file, content });
      } catch (error) {
        problems.push({ file, record: id, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return found;
  }

  function document(path: string): DocumentRecords[] {
    const meta = yaml(`${path}/meta.yaml`, PolicyMeta);
    if (meta === null) return [];
    const textFile = join(root, path, meta.text);
    if (!existsSync(textFile)) {
      problems.push({ file: `${path}/${meta.text}`, record: meta.docId, reason: 'the text file is missing' });
      return [];
    }
    const optional = <S extends GenericSchema>(name: string, schema: S) =>
      existsSync(join(root, path, name)) ? yaml(`${path}/${name}`, schema) : null;
    return [
      {
        folder: path,
        meta,
        text: readFileSync(textFile, 'utf8'),
        clusters: optional('clusters.yaml', ClusterRecords),
        readings: optional('readings.yaml', ReadingRecords) ?? [],
        briefs: optional('briefs.yaml', BriefRecords),
        offers: optional('offers.yaml', OfferRecords),
      },
    ];
  }

  return { problems, yaml, folder, all, outlines, document };
}

/** Everything written by hand under `geo/`, from the repository at `root`. Home document first. */
export function readInputs(root: string): Inputs {
  const { problems, yaml, folder, all, outlines, document } = readerOf(root);
  const folders = folder('geo/policy').filter((name) => existsSync(join(root, 'geo/policy', name, 'meta.yaml')));
  return {
    documents: folders
      .flatMap((name) => document(`geo/policy/${name}`))
      .sort((a, b) => Number(b.meta.home) - Number(a.meta.home)),
    units: yaml('geo/policy/units.yaml', UnitRecords) ?? [],
    terms: yaml('geo/policy/terms.yaml', TermRecords) ?? [],
    sites: all('geo/register', SiteRecord),
    outlines: outlines(OUTLINES),
    statistics: all('geo/statistics', StatisticsRecord),
    changes: yaml('geo/changes.yaml', ChangeRecords) ?? [],
    pinyinReview: existsSync(join(root, PINYIN_REVIEW)) ? readFileSync(join(root, PINYIN_REVIEW), 'utf8') : '',
    pinyinOverrides: yaml('geo/pinyin-overrides.yaml', WordTable) ?? {},
    conversionOverrides: yaml('geo/conversion-overrides.yaml', WordTable) ?? {},
    problems,
  };
}
