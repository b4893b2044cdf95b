/** The form of a new record as typed, and what it makes: a correction that adds it, or all that is wrong. Pure. */
import { idFrom } from '../../analysis/register-workbook/addition.ts';
import { correctionProblems } from '../../domain/correction-rules.ts';
import { brokenRelations } from '../../domain/relation-rules.ts';
import type { DistrictCollection } from '../../domain/schema/area.ts';
import { ATTRIBUTES, type Attribute } from '../../domain/schema/attribute.ts';
import { RecordCorrection } from '../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import type { Site } from '../../domain/site.ts';
import type { Extent, Kind } from '../../domain/vocabulary.ts';
import { typedAttribute } from './attribute-draft.ts';
import { problemAt, sourceProblems, typedSource, typedValue } from './draft.ts';
import { EMPTY_DRAFT, type FormDraft, type FormProblem, UNREAD } from './form-draft.ts';

export type AdditionField = Attribute | 'status' | 'location';

/** A draft for each field; the one of `source` holds the source. */
export type AdditionDraft = Readonly<Record<AdditionField | 'source', FormDraft>>;

/** What is wrong, and in which field. */
export interface AdditionProblem {
  readonly field: AdditionField | 'source';
  readonly problem: FormProblem;
  /** The name or the record that it is about. */
  readonly about?: string;
}

export const EMPTY_ADDITION: AdditionDraft = {
  nameZh: EMPTY_DRAFT,
  nameEn: EMPTY_DRAFT,
  aliases: EMPTY_DRAFT,
  industryCluster: EMPTY_DRAFT,
  kind: EMPTY_DRAFT,
  extent: EMPTY_DRAFT,
  areaKm2: EMPTY_DRAFT,
  parent: EMPTY_DRAFT,
  heldAt: EMPTY_DRAFT,
  districts: EMPTY_DRAFT,
  towns: EMPTY_DRAFT,
  address: EMPTY_DRAFT,
  operator: EMPTY_DRAFT,
  focus: EMPTY_DRAFT,
  status: { ...EMPTY_DRAFT, status: 'unknown' },
  location: { ...EMPTY_DRAFT, precision: 'unknown' },
  source: EMPTY_DRAFT,
};

/** The extent that a kind usually has. */
export function usualExtent(kind: Kind | undefined): Extent {
  if (kind === 'expo') return 'event';
  return kind === 'park' || kind === 'themed-town' || kind === 'zone' ? 'area' : 'point';
}

export interface AdditionContext {
  /** The register as it is shown. */
  readonly sites: readonly Site[];
  /** Whether an id is taken, by a record of now or of before. */
  readonly isTaken: (id: string) => boolean;
  readonly districts: DistrictCollection;
  readonly towns: ReadonlySet<string>;
  readonly made: string;
  readonly dataVersion: string;
  /** Its source is stated later. */
  readonly asDraft: boolean;
}

function freeId(name: string, isTaken: AdditionContext['isTaken']): string {
  const stem = idFrom(name);
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/** The correction that adds the record, or every problem with it. */
export function additionOf(draft: AdditionDraft, context: AdditionContext): RecordCorrection | AdditionProblem[] {
  const { made, dataVersion, asDraft, isTaken, sites, towns, districts } = context;
  const typed = ATTRIBUTES.map((field) => [field, typedAttribute(field, draft[field])] as const);
  const problems: AdditionProblem[] = typed.flatMap(([field, found]) =>
    'problem' in found ? [{ field, problem: found.problem }] : [],
  );
  if (idFrom(draft.nameEn.value) === '' && !problems.some(({ field }) => field === 'nameEn'))
    problems.push({ field: 'nameEn', problem: 'name' });
  if (draft.location.paste === UNREAD) problems.push({ field: 'location', problem: 'paste' });
  problems.push(...sourceProblems(draft.source, asDraft).map((problem) => ({ field: 'source' as const, problem })));
  const candidate = {
    record: freeId(draft.nameEn.value, isTaken),
    field: 'record',
    oldValue: { added: null },
    newValue: {
      added: {
        ...Object.fromEntries(typed.map(([field, found]) => [field, 'value' in found ? found.value : null])),
        status: typedValue(draft.status, 'status', false),
        location: typedValue(draft.location, 'location', false),
        sources: { others: [] },
      },
    },
    source: asDraft && draft.source.title.trim() === '' ? null : typedSource(draft.source),
    made,
    dataVersion,
  };
  for (const each of problemsOf(RecordCorrection, candidate)) {
    const [, field, rest] = /^newValue\.added\.(status|location)(\..*)$/.exec(each) ?? [];
    if (field === 'status' || field === 'location')
      problems.push({ field, problem: problemAt(`newValue${rest ?? ''}`) ?? 'choice' });
  }
  if (problems.length > 0) return problems;
  const correction = parseAs(RecordCorrection, candidate, candidate.record);
  const broken = correctionProblems(correction, undefined, districts).map((problem) => fieldOf(problem));
  const relation = brokenRelations([correction], sites, towns).get(correction);
  const related: AdditionProblem[] =
    relation === undefined ? [] : [{ field: 'nameZh', problem: relation[0], about: relation[1] }];
  return broken.length + related.length > 0 ? [...broken, ...related] : correction;
}

function fieldOf(problem: FormProblem): AdditionProblem {
  if (problem === 'statusDate') return { field: 'status', problem };
  if (problem === 'event') return { field: 'extent', problem };
  return { field: problem === 'sourceVague' ? 'source' : 'location', problem };
}
