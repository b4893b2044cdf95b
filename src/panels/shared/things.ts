/** What a thing is called, and opening it: alike from a search, from the text and from a link. */
import { nameOfThing, type ThingRef, type Things } from '../../domain/things.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';

/** `unknown` stands for what is not there. */
export function thingName(things: Things, { name }: I18n, ref: ThingRef, unknown: string = ref.id): string {
  const found = nameOfThing(things, ref);
  return found === null ? unknown : typeof found === 'string' ? found : name(found);
}

export function openThing({ actions }: AppState, { entity, id }: ThingRef): void {
  if (entity === 'clause') actions.openClause(id);
  else actions.select({ entity, id });
}
