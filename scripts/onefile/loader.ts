/** The first script of the one-file edition: unpacks the product out of the page and starts it. Runs in the browser. */
import { partBytes, partText } from '../../src/data/packed.ts';

async function begin(): Promise<void> {
  const addresses = new Map<string, string>();
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-addressed]')) {
    const name = dataset['addressed'] ?? '';
    const bytes = await partBytes(name);
    if (bytes === null) continue;
    addresses.set(name, URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' })));
  }
  // The build writes a call of this where the deployed product has a file's address.
  Reflect.set(globalThis, 'addressOfPart', (name: string) => addresses.get(name) ?? `missing:${name}`);
  // An element made here is held to the policy like one in the page: its text must have the hash that is named there.
  for (const [part, tag] of [
    ['style', 'style'],
    ['main', 'script'],
  ] as const) {
    const element = document.createElement(tag);
    if (tag === 'script') element.setAttribute('type', 'module');
    element.textContent = await partText(part);
    document.head.append(element);
  }
}

begin().catch((error: unknown) => {
  const message = document.querySelector('.boot');
  if (message === null) return;
  message.setAttribute('role', 'alert');
  message.textContent = `此浏览器无法打开本文件，请用较新的浏览器。This file needs a newer browser. (${error instanceof Error ? error.message : String(error)})`;
});
