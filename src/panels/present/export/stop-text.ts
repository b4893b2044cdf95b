/** Words of a picture, in the language of the interface. */
import type { App } from '../../../state/app.ts';
import type { AboutMap } from '../../paper/about-map.ts';

export interface FrameWords {
  readonly sources: string;
  readonly north: string;
  readonly scaleNote: string;
}

/**
 * As the stage has it: names of classes alone. A number of symbols beside the records that a stop speaks of would be
 * another one, since parts have symbols of their own and a record without a place has none.
 */
export function legendNamed({ legend }: Pick<AboutMap, 'legend'>): AboutMap['legend'] {
  return legend.map((item) => ({ ...item, label: item.name ?? item.label }));
}

/** Headings have no sign, and circles that show sizes would be wrong in another size. */
export function legendShown(about: Pick<AboutMap, 'legend'>): AboutMap['legend'] {
  return legendNamed(about).filter(({ sign }) => sign.form !== 'none' && sign.form !== 'sizes');
}

export function frameWords({ i18n }: App): FrameWords {
  const { t } = i18n.peek();
  return { sources: t('sources'), north: t('printNorth'), scaleNote: t('printScaleBar') };
}
