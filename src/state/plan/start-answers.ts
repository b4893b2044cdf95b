/** What answers the question of the address, with the areas of towns that this build has. */
import type { ByteSource } from '../../data/source.ts';
import type { AppState } from '../app-state.ts';
import { startAnswers } from './answers.ts';
import { townsFrom } from './town-areas.ts';

export function startWithTowns(state: AppState, source: ByteSource): void {
  startAnswers(state, townsFrom(source, state));
}
