/** The map's side of sketching: loads the tool when it is first wanted, and lets go of the map when it is not. */
import { effect } from '@preact/signals';
import type { App } from '../state/app.ts';
import type { Sketches } from '../state/sketches/sketches.ts';
import type { MapView } from './map-view.ts';

export function followSketches({ state }: App, sketches: Sketches, view: MapView): void {
  /** Counts the drawings, so that code which arrives late starts none that is over. */
  let turn = 0;
  let held = false;
  // One tool at a time: an outline that is begun takes the map.
  effect(() => {
    if (state.plan.drawing.value === null) return;
    sketches.draw(null);
  });
  effect(() => {
    const id = sketches.reshaping.value;
    const old = sketches.list.peek().find((each) => each.id === id);
    const kind = old?.kind ?? sketches.drawing.value;
    const isMeasured = sketches.measuring.value;
    turn += 1;
    if (held) view.attachTool(null);
    held = false;
    sketches.setControl(null);
    if (kind === null) return;
    state.plan.stopDrawing();
    const own = turn;
    import('./sketching.ts').then(({ startSketching }) => {
      if (turn !== own) return;
      held = true;
      view.attachTool((map) => {
        const drawing = startSketching({
          map,
          theme: state.theme.peek(),
          kind,
          ...(old === undefined ? {} : { places: old.places }),
          ...(isMeasured ? { onDraft: sketches.measureAlong } : {}),
          onFinish: (places) => {
            if (isMeasured) sketches.endMeasure(places);
            else if (old === undefined) sketches.add(kind, places);
            else sketches.place(old.id, places);
          },
          onCancel: () => sketches.draw(null),
        });
        sketches.setControl(drawing.control);
        return { remove: drawing.stop };
      });
    }, state.actions.notify);
  });
}
