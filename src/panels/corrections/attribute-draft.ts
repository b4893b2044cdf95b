/** Fields of a record that are one value each, as the form holds them. Pure. */
import { type AnyAttribute, type Attribute, isAttributeValue } from '../../domain/schema/attribute.ts';
import type { FormDraft, FormProblem } from './form-draft.ts';

/** How each of them is typed: as one text, one a line, one or several of what there is, or in both languages. */
export const ATTRIBUTE_INPUT = {
  nameZh: 'text',
  nameEn: 'text',
  aliases: 'lines',
  industryCluster: 'choice',
  kind: 'choice',
  extent: 'choice',
  areaKm2: 'number',
  parent: 'record',
  heldAt: 'record',
  districts: 'choices',
  towns: 'choices',
  address: 'bilingual',
  operator: 'bilingual',
  focus: 'bilingual',
} as const satisfies Record<Attribute, string>;

/** Codes and lines of a draft. */
export const listIn = ({ list }: Pick<FormDraft, 'list'>): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function attributeTexts(value: AnyAttribute): Partial<FormDraft> {
  if (value === null) return {};
  if (typeof value === 'number' || typeof value === 'string') return { value: String(value) };
  return 'zh' in value ? { zh: value.zh, en: value.en } : { list: value.join('\n') };
}

const PROBLEM: Readonly<Record<(typeof ATTRIBUTE_INPUT)[Attribute], FormProblem>> = {
  text: 'name',
  lines: 'name',
  choice: 'choice',
  choices: 'choice',
  record: 'choice',
  number: 'number',
  bilingual: 'text',
};

function typedValue(field: Attribute, { value, list, zh, en }: FormDraft): AnyAttribute {
  const kind = ATTRIBUTE_INPUT[field];
  const one = value.trim() === '' ? null : value.trim();
  if (kind === 'lines' || kind === 'choices') return listIn({ list });
  if (kind === 'bilingual') return zh.trim() === '' && en.trim() === '' ? null : { zh: zh.trim(), en: en.trim() };
  if (kind !== 'number' || one === null) return one;
  return /^\d+(\.\d+)?$/.test(one) ? Number(one) : one;
}

/** What is typed for a field, or what is wrong with it. */
export function typedAttribute(
  field: Attribute,
  draft: FormDraft,
): { readonly value: AnyAttribute } | { readonly problem: FormProblem } {
  const value = typedValue(field, draft);
  return isAttributeValue(field, value) ? { value } : { problem: PROBLEM[ATTRIBUTE_INPUT[field]] };
}
