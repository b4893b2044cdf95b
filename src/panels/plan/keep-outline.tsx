/** A question's outline can stay as a sketch, when the question is another. */
import type { LngLat } from '../../domain/position.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { outlineOf } from '../../state/plan/answer.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { questionWords } from './question-words.ts';

/** Corners of a circle are that many already; of a finer outline every so many-th is kept. */
const MOST_CORNERS = 500;

export function KeepOutline({ ask }: { readonly ask: Ask }) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const outline = ask.kind === 'own' ? null : outlineOf(state.base, state.things.value, ask);
  if (outline === null) return null;
  const keep = () => {
    need.sketches();
    const { geometry } = outline;
    const rings =
      geometry.type === 'Polygon' ? geometry.coordinates.slice(0, 1) : geometry.coordinates.map(([ring]) => ring ?? []);
    const words = questionWords(i18n.value, state, ask);
    const add = () => {
      for (const ring of rings) {
        const step = Math.ceil(ring.length / MOST_CORNERS);
        const corners = ring.slice(0, -1).filter((_, at) => at % step === 0);
        state.sketches.value?.add(
          'area',
          corners.map(([lng = 0, lat = 0]): LngLat => [lng, lat]),
          words,
        );
      }
      state.actions.notify(t('sketchKept'));
    };
    if (state.sketches.peek() !== null) return add();
    // They come from the device first.
    const stop = state.sketches.subscribe((sketches) => {
      if (sketches === null) return;
      queueMicrotask(() => stop());
      add();
    });
  };
  return <LinkButton onClick={keep}>{t('sketchKeep')}</LinkButton>;
}
