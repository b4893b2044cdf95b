/** The legend of own sets on the stage: as a picture of the map has it. */
import type { ComponentChildren } from 'preact';
import type { App } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { setRows } from '../paper/legend.ts';
import { LegendSign } from '../paper/legend-sign.tsx';

export interface SetLegendItem {
  readonly key: string;
  readonly sign: ComponentChildren;
  readonly label: string;
}

/** Headings have no sign, and circles that show sizes would be wrong in another size. */
export function setLegend({ state, i18n }: App, sets: readonly ImportedSet[]): readonly SetLegendItem[] {
  return setRows(state, i18n.value, sets)
    .filter(({ sign }) => sign.form !== 'none' && sign.form !== 'sizes')
    .map(({ key, sign, label }) => ({ key, sign: <LegendSign sign={sign} />, label }));
}
