/** The sets in the order in which they lie on the map, the uppermost first, each with its way up and down. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { IconButton } from '../../../ui/pieces.tsx';

interface PlacesProps {
  readonly imports: Imports;
  /** The last on top. */
  readonly sets: readonly ImportedSet[];
  readonly card: (item: ImportedSet, ways: ComponentChildren) => ComponentChildren;
}

export function SetPlaces({ imports, sets, card }: PlacesProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, say] = useState('');
  const box = useRef<HTMLUListElement>(null);
  /** The button to focus when the list is drawn anew: what was moved keeps the focus. */
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    box.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const shown = [...sets].reverse();
  const move = (item: ImportedSet, way: 'up' | 'down') => {
    const to = shown.indexOf(item) + (way === 'up' ? -1 : 1);
    // Further up in this list is further on in the order of drawing.
    imports.move(item.id, way === 'up' ? 1 : -1);
    // At an end the button that moved it there is off; the other one is at hand.
    const at = to === 0 ? 'down' : to === shown.length - 1 ? 'up' : way;
    focusOn.current = `[data-set="${item.id}"] [data-do="${at}"] button`;
    say(t('setMoved', { name: item.look.name, n: to + 1, total: shown.length }));
  };
  const ways = (item: ImportedSet, index: number) =>
    shown.length < 2 ? null : (
      <span class="set-ways">
        <span data-do="up">
          <IconButton
            icon="up"
            label={t('setUpNamed', { name: item.look.name })}
            disabled={index === 0}
            onClick={() => move(item, 'up')}
          />
        </span>
        <span data-do="down">
          <IconButton
            icon="down"
            label={t('setDownNamed', { name: item.look.name })}
            disabled={index === shown.length - 1}
            onClick={() => move(item, 'down')}
          />
        </span>
      </span>
    );
  return (
    <>
      {shown.length > 1 && <p class="small muted">{t('setsOrder')}</p>}
      <ul class="data-sets" ref={box}>
        {shown.map((item, index) => (
          <li key={item.id} data-set={item.id}>
            {card(item, ways(item, index))}
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
