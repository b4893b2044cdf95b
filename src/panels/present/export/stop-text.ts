/** Words of a picture, in the language of the interface. */
import type { App } from '../../../state/app.ts';
import type { AboutMap } from '../../paper/about-map.ts';

export interface FrameWords {
  readonly sources: string;
  readonly north: string;
  readonly scaleNote: string;
}

/** Headings have no sign, and circles that show sizes would be wrong in another size. */
export function legendShown({ legend }: AboutMap): AboutMap['legend'] {
  return legend.filter(({ sign }) => sign.form !== 'none' && sign.form !== 'sizes');
}

export function frameWords({ i18n }: App): FrameWords {
  const { t } = i18n.peek();
  return { sources: t('sources'), north: t('printNorth'), scaleNote: t('printScaleBar') };
}
