/** Planning's side of the wiring: pins, questions that come into sight, and the tool that draws outlines. */
import { effect } from '@preact/signals';
import { normalOutline } from '../domain/outline.ts';
import type { LngLat } from '../domain/position.ts';
import { wgs84 } from '../domain/position.ts';
import { ringsOf } from '../domain/rings.ts';
import { boxOf, boxOfThing } from '../domain/thing-places.ts';
import { type Ask, inFrame, rounded } from '../state/address/plan-address.ts';
import type { App } from '../state/app.ts';
import { centreOf } from '../state/plan/centre.ts';
import { circlePolygon } from './layers/circle.ts';
import type { MapView } from './map-view.ts';
import type { ShownMap } from './shown-map.ts';

/** Where a question starts that has no distance yet. */
const FIRST_KM = 5;

/** A click set the pin: the question is asked around it, as far as it was asked before. */
export function placePin({ state, i18n }: App, position: LngLat): void {
  if (!state.plan.pinning.peek()) return;
  const ask = state.plan.ask.peek();
  const at = rounded(position);
  if (!inFrame(at)) {
    state.actions.notify(i18n.peek().t('planOutside'));
    return;
  }
  state.actions.setAsk({
    kind: 'radius',
    around: { entity: 'pin', at },
    withinKm: ask?.kind === 'radius' ? ask.withinKm : FIRST_KM,
  });
}

/** A question comes into sight with all of its circle or outline; `inSight` is one that is there already. */
export function followQuestion({ state }: App, view: Pick<ShownMap, 'fitTo'>, inSight: Ask | null): void {
  effect(() => {
    const ask = state.plan.ask.value;
    if (ask === null || ask === inSight) return;
    if (ask.kind === 'polygon') return show(ask.ring);
    if (ask.kind === 'own') {
      const own = state.plan.answers.value?.own.value ?? null;
      if (own !== null && typeof own !== 'string') show(ringsOf(own.outline).flat());
      return;
    }
    if (ask.kind === 'radius') {
      const centre = centreOf(state.things.peek(), ask.around);
      if (centre !== null) show(ringAround(centre.position, ask.withinKm));
      return;
    }
    const box = boxOfThing(state.things.peek(), ask.area);
    if (box !== null) view.fitTo(box);
  });

  function show(positions: readonly (readonly number[])[]): void {
    const box = boxOf(positions);
    if (box !== null) view.fitTo(box);
  }
}

function ringAround([lng, lat]: readonly [number, number], km: number): number[][] {
  return circlePolygon(wgs84(lng, lat), km * 1000).coordinates[0] ?? [];
}

/** What was drawn is the outline of the site that is being corrected. */
function finishSketch({ plan, corrections }: App['state'], ring: readonly LngLat[]): void {
  const sketch = corrections.sketch.peek();
  const [first] = ring;
  if (sketch !== null && first !== undefined)
    corrections.setSketch({ ...sketch, outline: normalOutline([[[...ring, first]]]) });
  plan.stopDrawing();
}

/** Loads the drawing tool when it is first wanted, and lets go of the map when it is not. */
export function followDrawing({ state }: App, view: MapView): void {
  const { plan } = state;
  /** Counts the drawings, so that code which arrives late starts none that is over. */
  let turn = 0;
  effect(() => {
    const mode = plan.drawing.value;
    turn += 1;
    view.attachTool(null);
    plan.setControl(null);
    if (mode === null) return;
    const [own, ask] = [turn, plan.ask.peek()];
    let corners = mode === 'edit' && ask?.kind === 'polygon' ? ask.ring : [];
    import('./drawing.ts').then(({ startDrawing }) => {
      if (turn !== own) return;
      view.attachTool((map) => {
        const drawing = startDrawing({
          map,
          theme: state.theme.peek(),
          mode: mode === 'edit' ? 'edit' : 'draw',
          corners,
          onDraft: plan.setDraft,
          onFinish: (ring) => {
            if (mode === 'outline') finishSketch(state, ring);
            else state.actions.setAsk({ kind: 'polygon', ring });
          },
          onCancel: () => {
            if (mode === 'outline') plan.stopDrawing();
            else state.actions.close();
          },
        });
        plan.setControl(drawing.control);
        return {
          remove() {
            // A map made anew takes the drawing up where it was.
            corners = drawing.corners();
            drawing.stop();
          },
        };
      });
    }, state.actions.notify);
  });
}
