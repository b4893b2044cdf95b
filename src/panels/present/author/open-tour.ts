/** A tour from a file, and as one. */
import { messageOf } from '../../../domain/error-message.ts';
import { parseTourText, tourFileOf } from '../../../domain/tour-parse.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { MOST_FILE_BYTES, type OpenFault } from './fault-text.ts';

export type OpenedTour = { readonly tour: Tour } | { readonly faults: readonly OpenFault[] };

export async function openFile(file: File): Promise<OpenedTour> {
  if (file.size > MOST_FILE_BYTES) return { faults: [{ kind: 'too-big', bytes: file.size }] };
  try {
    return parseTourText(await file.text());
  } catch (error) {
    return { faults: [{ kind: 'unreadable', reason: messageOf(error) }] };
  }
}

/** The text of a file. */
export function tourText(tour: Tour): string {
  return `${JSON.stringify(tourFileOf(tour), null, 2)}\n`;
}

/** A name that every system takes: no signs that a path, a shell or a reading direction minds. */
export function fileName(title: string, end: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\\/:*?"<>|.\s]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'tour' : plain}.${end}`;
}
