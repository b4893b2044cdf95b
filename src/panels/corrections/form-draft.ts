/** The correction form as typed. Pure. */
import type { CorrectionProblem } from '../../domain/correction-rules.ts';
import type { RelationProblem } from '../../domain/relation-rules.ts';

/** What is wrong with the typing itself, before any rule of the register. */
type TypingProblem =
  | 'sourceTitle'
  | 'sourceUrl'
  | 'sourceDate'
  | 'positionNumber'
  | 'radiusNumber'
  | 'date'
  | 'number'
  | 'text'
  | 'asPrinted'
  | 'name'
  | 'choice'
  | 'outlineMissing'
  | 'paste';
export type FormProblem = TypingProblem | CorrectionProblem | RelationProblem;

/** All inputs of the form, as texts; those of other fields stay unused. */
export type FormDraft = Record<
  'lng' | 'lat' | 'precision' | 'radius' | 'status' | 'statusDate' | 'value' | 'valueTo' | 'unit' | 'zh' | 'en',
  string
> &
  Record<'outline' | 'outlineDate' | 'list' | 'paste', string> &
  Record<'qualifier' | 'asPrinted' | 'asOf' | 'title' | 'publisher' | 'url' | 'sourceDate' | 'sourceKind', string>;

/** The form with nothing typed. */
export const EMPTY_DRAFT: FormDraft = {
  lng: '',
  lat: '',
  precision: '',
  radius: '',
  status: '',
  statusDate: '',
  value: '',
  valueTo: '',
  unit: '',
  zh: '',
  en: '',
  qualifier: '',
  asPrinted: '',
  asOf: '',
  title: '',
  publisher: '',
  url: '',
  sourceDate: '',
  sourceKind: 'web',
  outline: '',
  outlineDate: '',
  list: '',
  paste: '',
};

/** What was pasted for a position is none that could be read. */
export const UNREAD = 'unread';
