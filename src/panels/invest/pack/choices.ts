/** Letterhead and needed offers: kept on this device, the same in the panel of the offers and in the pack. */
import { useMemo, useState } from 'preact/hooks';
import { PRESET_TOPICS } from '../../../analysis/invest/presets.ts';
import { devicePack, type PackChoices } from '../../../data/device/pack-store.ts';
import type { OfferNeed } from '../../../domain/offers.ts';
import type { AppState } from '../../../state/app-state.ts';
import { neededClusters } from '../ranked.ts';

export interface KeptChoices {
  readonly choices: PackChoices;
  /** False where the device refuses: then they last until the view is closed. */
  readonly kept: boolean;
  change(part: Partial<PackChoices>): void;
}

export function usePackChoices(): KeptChoices {
  const store = useMemo(() => devicePack(), []);
  const [choices, setChoices] = useState(() => store.read().value);
  const [kept, setKept] = useState(true);
  return {
    choices,
    kept,
    change(part) {
      const next = { ...choices, ...part };
      setChoices(next);
      setKept(store.write(next));
    },
  };
}

/** The topics that are chosen, or those of the kind of investor. */
export function neededTopics({ invest }: AppState, { topics }: Pick<PackChoices, 'topics'>): readonly string[] {
  return topics ?? PRESET_TOPICS[invest.finder.value?.weights.value.preset ?? 'balanced'];
}

export function offerNeed(state: AppState, choices: Pick<PackChoices, 'topics' | 'unit'>): OfferNeed {
  return {
    clusters: neededClusters(state),
    topics: neededTopics(state, choices),
    unit: choices.unit,
    unitsOf: (clause) => unitsOfClause(state, clause),
  };
}

export function unitsOfClause({ things }: AppState, clause: string): readonly string[] {
  return things.value.clause.get(clause)?.clause.units.map(({ unit }) => unit) ?? [];
}
