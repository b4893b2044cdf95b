import { messages as frame } from '../panels/frame/messages.en.ts';
import { messages as provenance } from '../panels/provenance/messages.en.ts';
import { messages as reader } from '../panels/reader/messages.en.ts';
import { messages as shared } from '../panels/shared/messages.en.ts';
import { messages as tables } from '../panels/tables/messages.en.ts';
import { messages as things } from '../panels/things/messages.en.ts';
import type { messages as zhHans } from './panels.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  ...frame,
  ...provenance,
  ...reader,
  ...shared,
  ...tables,
  ...things,
};
