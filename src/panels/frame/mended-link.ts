/** A link that came damaged is put right once the page is there, and what remains not understood is told. */
import { useEffect } from 'preact/hooks';
import { formatAddress, parseAddress } from '../../state/address/address.ts';
import { mended } from '../../state/address/mend.ts';
import { existingAddress } from '../../state/address/resolve.ts';
import { useApp } from '../../state/app.ts';

const MOST_TOLD = 3;
const MOST_CHARACTERS = 120;

export function useMendedLink(): void {
  const { state, opened, i18n } = useApp();
  useEffect(() => {
    const mend = (href: string) => {
      const { hash, notUnderstood } = mended(href, (address) =>
        existingAddress(state.corrections.shownBase(), address),
      );
      const address = parseAddress(hash);
      if (formatAddress(address) !== formatAddress(parseAddress(new URL(href).hash))) {
        // What stood before the `#` and belongs behind it would go on in every link that is copied.
        history.replaceState(history.state, '', `${location.pathname}#${hash}`);
        state.actions.restore(address);
      }
      if (notUnderstood.length === 0) return;
      const what = notUnderstood.slice(0, MOST_TOLD).join(' · ').slice(0, MOST_CHARACTERS);
      state.actions.notify(i18n.peek().t('linkNotUnderstood', { what }));
    };
    mend(opened);
    // A link that is pasted into the address bar of the open page.
    const onChange = ({ newURL }: HashChangeEvent) => mend(newURL);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
}
