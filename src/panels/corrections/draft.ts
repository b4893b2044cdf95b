/** The correction form as typed, and what it makes: a correction, or all that is wrong with it. Pure. */
import { correctionProblems } from '../../domain/correction-rules.ts';
import { type CorrectedField, currentValue } from '../../domain/corrections.ts';
import { PRINTED_UNITS } from '../../domain/scale.ts';
import type { DistrictCollection } from '../../domain/schema/area.ts';
import { isAttribute } from '../../domain/schema/attribute.ts';
import {
  AttributeCorrection,
  Correction,
  FactCorrection,
  LocationCorrection,
  OutlineCorrection,
  StatusCorrection,
} from '../../domain/schema/correction.ts';
import { OutlineCoordinates } from '../../domain/schema/outline.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import { Source } from '../../domain/schema/parts.ts';
import type { SiteProperties } from '../../domain/schema/site.ts';
import type { BaseUnit } from '../../domain/vocabulary.ts';
import { attributeTexts, typedAttribute } from './attribute-draft.ts';
import { EMPTY_DRAFT, type FormDraft, type FormProblem, UNREAD } from './form-draft.ts';

/** Printed units of one kind, the plain base unit first. */
export function unitsFor(base: BaseUnit | null): string[] {
  const units = Object.entries(PRINTED_UNITS).filter(([, { unit }]) => unit === base);
  return units
    .sort(([, a], [, b]) => Math.abs(Math.log(a.factor)) - Math.abs(Math.log(b.factor)))
    .map(([name]) => name);
}

type Value = Correction['oldValue'] | Correction['newValue'];

function valueTexts(value: Value): Partial<FormDraft> {
  if ('precision' in value) {
    const [lng = '', lat = ''] = value.position ?? [];
    return {
      lng: String(lng),
      lat: String(lat),
      precision: value.precision,
      radius: value.radiusM === null ? '' : String(value.radiusM),
    };
  }
  if ('attribute' in value) return attributeTexts(value.attribute);
  if ('digest' in value || 'added' in value || 'former' in value || 'milestone' in value) return {};
  if ('outline' in value)
    return {
      outline: value.outline === null ? NO_OUTLINE : outlineText(value.outline),
      outlineDate: value.date ?? '',
    };
  if (!('qualifier' in value)) return { status: value.value, statusDate: value.date ?? '' };
  const { value: amount, unit, qualifier, asPrinted, asOf } = value;
  const rest = { unit: unit ?? '', qualifier, asPrinted, asOf: asOf ?? '' };
  if (typeof amount === 'number') return { ...rest, value: String(amount) };
  if ('zh' in amount) return { ...rest, ...amount };
  return { ...rest, value: String(amount.min), valueTo: String(amount.max) };
}

/** A source as the form holds it; nothing where none is stated yet. */
export function sourceTexts(source: Source | null): Partial<FormDraft> {
  if (source === null) return {};
  const { title, publisher = '', url = '', date = '', kind } = source;
  return { title, publisher, url, sourceDate: date, sourceKind: kind };
}

/** The form as it opens: the register's value, or the correction that is there already with its source. */
export function draftOf(site: SiteProperties, field: CorrectedField, existing: Correction | undefined): FormDraft {
  if (existing !== undefined) {
    return { ...EMPTY_DRAFT, ...valueTexts(existing.newValue), ...sourceTexts(existing.source) };
  }
  const current = currentValue(site, field);
  if (current === null) return EMPTY_DRAFT;
  const texts = valueTexts(current);
  // A base unit need not be a printed one: m² is printed m2.
  const unit = 'qualifier' in current ? (unitsFor(current.unit)[0] ?? '') : '';
  return { ...EMPTY_DRAFT, ...texts, unit };
}

/** In the place of an outline: the record has none any more. */
export const NO_OUTLINE = 'none';

/** An outline as the form holds it; the inverse of `outlineIn`. */
export const outlineText = (outline: OutlineCoordinates): string => JSON.stringify(outline);

const outlines = new Map<string, OutlineCoordinates>();

/** The outline that the form holds; null for none, or none yet. The same text gives the same object. */
export function outlineIn({ outline }: Pick<FormDraft, 'outline'>): OutlineCoordinates | null {
  if (outline === '' || outline === NO_OUTLINE) return null;
  const known = outlines.get(outline) ?? parseAs(OutlineCoordinates, JSON.parse(outline), 'outline');
  outlines.clear();
  outlines.set(outline, known);
  return known;
}

/** `113.2, 23.0` pasted into one input is both numbers; otherwise null. */
export function pastedPair(text: string): [string, string] | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*[,，\s]\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  return found === null ? null : [found[1] ?? '', found[2] ?? ''];
}

/** NaN for anything but a plain number; the schema refuses it. */
function number(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The position as typed, null for none or for what is no position yet. */
export function typedPosition({ lng, lat }: Pick<FormDraft, 'lng' | 'lat'>): [number, number] | null {
  const position: [number, number] = [number(lng), number(lat)];
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null;
}

export function typedRadius({ radius }: Pick<FormDraft, 'radius'>): number | null {
  const value = number(radius);
  return value >= 0 ? value : null;
}

/** What is typed of a position, an outline, a status or a fact; the schema says whether it is one. */
export function typedValue(draft: FormDraft, field: CorrectedField, isText: boolean): unknown {
  if (field === 'location') {
    const none = draft.lng.trim() === '' && draft.lat.trim() === '';
    const round = (text: string) => Number(number(text).toFixed(6));
    const position = none ? null : [round(draft.lng), round(draft.lat)];
    return { position, precision: draft.precision, radiusM: draft.radius.trim() === '' ? null : number(draft.radius) };
  }
  if (field === 'outline') {
    if (draft.outline === NO_OUTLINE) return { outline: null, date: null };
    return { outline: outlineIn(draft) ?? undefined, date: given(draft.outlineDate) ?? null };
  }
  if (field === 'status') return { value: draft.status, date: given(draft.statusDate) ?? null };
  const from = number(draft.value);
  const amount = draft.valueTo.trim() === '' ? from : { min: from, max: number(draft.valueTo) };
  return {
    value: isText ? { zh: draft.zh, en: draft.en } : amount,
    unit: isText ? null : draft.unit,
    qualifier: draft.qualifier,
    asPrinted: draft.asPrinted,
    asOf: given(draft.asOf) ?? null,
  };
}

/** Path of a schema problem → what to tell the user. */
const PROBLEM_AT: readonly (readonly [start: string, problem: FormProblem])[] = [
  ['source.title', 'sourceTitle'],
  ['source.url', 'sourceUrl'],
  ['source.date', 'sourceDate'],
  ['newValue.position', 'positionNumber'],
  ['newValue.radiusM', 'radiusNumber'],
  ['newValue.outline', 'outlineMissing'],
  ['newValue.date', 'date'],
  ['newValue.asOf', 'date'],
  ['newValue.asPrinted', 'asPrinted'],
  ['newValue.unit', 'unit'],
];

/** What to tell the user of a schema's problem; undefined where it is of the value itself. */
export const problemAt = (problem: string): FormProblem | undefined =>
  PROBLEM_AT.find(([start]) => problem.startsWith(start))?.[1];

const SCHEMAS = { location: LocationCorrection, status: StatusCorrection, outline: OutlineCorrection };

function schemaOf(field: CorrectedField) {
  if (field === 'location' || field === 'status' || field === 'outline') return SCHEMAS[field];
  return isAttribute(field) ? AttributeCorrection : FactCorrection;
}

export interface CorrectionContext {
  readonly site: SiteProperties;
  readonly field: CorrectedField;
  readonly districts: DistrictCollection;
  readonly made: string;
  readonly dataVersion: string;
  /** Its source is stated later. */
  readonly asDraft?: boolean;
}

/** The source as typed; the schema says whether it is one. */
export function typedSource({ title, publisher, url, sourceDate, sourceKind }: FormDraft): unknown {
  const source = { title, publisher: given(publisher), url: given(url), date: given(sourceDate), kind: sourceKind };
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}

/** What is wrong with the source as typed. */
export function sourceProblems(draft: FormDraft, asDraft: boolean): FormProblem[] {
  if (asDraft && draft.title.trim() === '') return [];
  const problems = problemsOf(Source, typedSource(draft));
  return problems.flatMap((each) => problemAt(`source.${each}`) ?? []);
}

/** The correction that the form states, or every problem with it. */
export function correctionOf(draft: FormDraft, context: CorrectionContext): Correction | FormProblem[] {
  const { site, field, districts, made, dataVersion, asDraft = false } = context;
  if (field === 'location' && draft.paste === UNREAD) return ['paste', ...sourceProblems(draft, asDraft)];
  const oldValue = currentValue(site, field);
  const attribute = isAttribute(field) ? typedAttribute(field, draft) : null;
  if (attribute !== null && 'problem' in attribute) return [attribute.problem, ...sourceProblems(draft, asDraft)];
  const isText =
    oldValue !== null && 'qualifier' in oldValue && typeof oldValue.value === 'object' && 'zh' in oldValue.value;
  const candidate = {
    record: site.id,
    field,
    oldValue,
    newValue: attribute === null ? typedValue(draft, field, isText) : { attribute: attribute.value },
    source: asDraft && draft.title.trim() === '' ? null : typedSource(draft),
    made,
    dataVersion,
  };
  const schema = schemaOf(field);
  const problems = problemsOf(schema, candidate).map((problem) => problemAt(problem) ?? (isText ? 'text' : 'number'));
  if (problems.length > 0) return [...new Set(problems)];
  const correction = parseAs(Correction, candidate, field);
  const broken = correctionProblems(correction, site, districts);
  return broken.length > 0 ? broken : correction;
}
