/** Words that must fit the stage, as they are typed into a field. */
import { fitted, type Written } from '../../../domain/tour-edit.ts';

/** What the field takes of what is in it now; the field shows that alone, and the caret stays where it was. */
export function writtenIn(area: HTMLTextAreaElement, before: string, field: Written): string {
  const next = fitted(before, area.value, field);
  if (next !== area.value) {
    const place = Math.min(area.selectionStart, next.length);
    area.value = next;
    area.setSelectionRange(place, place);
  }
  return next;
}
