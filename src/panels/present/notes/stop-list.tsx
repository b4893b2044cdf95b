/** All stops of the tour, the present one marked and in sight; hidden ones, which only a jump reaches, are said to be so. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Mixed } from '../../shared/mixed-script.tsx';

export function StopList({ onGo }: { readonly onGo: (index: number) => void }) {
  const app = useApp();
  const { t, text } = app.i18n.value;
  const { playback } = presentationOf(app);
  const { index } = playback.state.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <nav class="notes-stops" aria-label={t('notesStops')}>
      <ol ref={list}>
        {playback.tour.value?.stops.map((stop, at) => (
          <li key={stop.id} class={stop.hidden ? 'is-hidden' : ''}>
            <button type="button" aria-current={at === index ? 'step' : undefined} onClick={() => onGo(at)}>
              <span class="tabular">{at + 1}</span>
              <Mixed text={stop.hidden ? t('notesHidden', { title: text(stop.title) }) : text(stop.title)} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
