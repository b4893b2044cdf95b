import { messages as frame } from '../panels/frame/messages.zh-Hans.ts';
import { messages as provenance } from '../panels/provenance/messages.zh-Hans.ts';
import { messages as reader } from '../panels/reader/messages.zh-Hans.ts';
import { messages as shared } from '../panels/shared/messages.zh-Hans.ts';
import { messages as tables } from '../panels/tables/messages.zh-Hans.ts';
import { messages as things } from '../panels/things/messages.zh-Hans.ts';

/** Words of the panels beside and over the map, loaded behind the shell as one file. */
export const messages = {
  ...frame,
  ...provenance,
  ...reader,
  ...shared,
  ...tables,
  ...things,
};
