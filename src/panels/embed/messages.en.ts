import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  embedWhole: 'Whole map',
  embedWholeHint: 'Opens the whole page with this view, in a window of its own',
  embedWheel: 'Hold Ctrl to zoom with the wheel, or click the map first',
  embedWheelMac: 'Hold ⌘ to zoom with the wheel, or click the map first',
  embedTouch: 'Use two fingers to move the map',
  embedTitle: 'Embed in a page',
  embedLead:
    'Pasted into a page, these lines show the present view in a frame: the same filters, what is chosen, base map and place. Nothing is read or kept on the device of a reader.',
  embedWhat: 'The frame shows',
  'embedKind.1': 'The map, with a few words on what is chosen',
  'embedKind.map': 'The map alone',
  'embedKind.tour': 'A tour',
  embedTour: 'Tour',
  embedHeight: 'Height, pixels',
  embedSnippet: 'Lines to paste',
  embedCopy: 'Copy the lines',
  embedCopyFailed: 'The browser does not allow copying: select the lines and copy them yourself.',
  embedSee: 'See what it shows',
  embedFile:
    'This page was opened from a file and has no address to be framed. Open it where it is deployed, and copy there.',
  embedOwn: 'A question with an area or a line of your own is on this device alone; the lines leave it out.',
  embedWho: 'Who may',
  embedNobody:
    'Nobody yet: whoever deploys this page names the origin of yours, such as https://portal.example, under embedOrigins in config.json, and sends the policy that goes with it.',
  embedNamed: 'Pages of these origins: {who}. Whoever deploys this page adds others under embedOrigins in config.json.',
  embedSpeak:
    'A page can also speak to the map in its frame (view, filter, selection): embed/v1/client.js comes with this site, with its types.',
};
