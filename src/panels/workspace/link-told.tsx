/** Beside a link that was copied: what of the user's own it does not bring along, and what does. */
import { useEffect, useState } from 'preact/hooks';
import { forOthers } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { PartId } from '../../state/workspace/parts.ts';
import { workspaceOf } from '../../state/workspace/workspace.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import './link-told.css';

type Left = { readonly id: PartId | 'notes'; readonly n: number };

export function LinkTold({ address }: { readonly address: string }) {
  const app = useApp();
  const { state, i18n } = app;
  const { t, list } = i18n.value;
  const [left, setLeft] = useState<readonly Left[]>([]);
  useEffect(() => {
    if (forOthers(address) !== address) state.actions.notify(t('ownNotLinked'));
    let isShown = true;
    workspaceOf(app)
      .taken()
      .then((parts) => {
        if (!isShown) return;
        const notes = Object.keys(state.invest.list.peek()?.notes.peek() ?? {}).length;
        // The shortlist itself is in the link.
        const all = parts.map(({ id, n }): Left => (id === 'shortlist' ? { id: 'notes', n: notes } : { id, n }));
        setLeft(all.filter(({ n }) => n > 0));
      }, state.actions.notify);
    return () => {
      isShown = false;
    };
  }, [address]);
  if (left.length === 0) return null;
  const close = () => state.actions.tellLink(null);
  const words = left.map(({ id, n }) => t('wsPartN', { what: t(id === 'notes' ? 'wsNotes' : `wsPart.${id}`), n }));
  return (
    <div class="link-told no-print" role="status">
      <p>{t('wsNotLinked', { what: list(words, 'semicolon') })}</p>
      <p class="actions">
        <LinkButton
          class="primary"
          onClick={() => {
            close();
            state.actions.openView('workspace');
          }}
        >
          {t('wsTakeAlong')}
        </LinkButton>
        <LinkButton onClick={close}>{t('close')}</LinkButton>
      </p>
    </div>
  );
}
