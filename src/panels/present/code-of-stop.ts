/** The code of a stop as it is shown now: its address, and the words beside it. */
import type { Camera } from '../../domain/position.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import type { App } from '../../state/app.ts';
import { allOf, presentationOf } from '../../state/present/presentation.ts';
import { MOST_CODE_BYTES, type StopCode, stopCode } from '../../state/present/stop-code.ts';

/** @param index from 0. @param camera where the stop's view stands, where that is known better than from the stop. */
export function codeOfStop(
  app: App,
  tour: Tour,
  index: number,
  at: keyof typeof MOST_CODE_BYTES,
  camera: Camera | null,
): StopCode {
  const { builtIn, listed } = presentationOf(app);
  const everywhere = [...allOf(builtIn.value), ...(listed.value?.tours ?? [])].includes(tour);
  return stopCode(
    {
      page: location.href.split('#')[0] ?? '',
      lang: app.state.address.value.lang,
      ...{ tour, index, everywhere },
      camera: lookedAt(tour.stops[index], camera),
    },
    MOST_CODE_BYTES[at],
  );
}

function lookedAt(stop: TourStop | undefined, camera: Camera | null): Camera | null {
  if (stop?.look.to === 'city') return null;
  return stop?.look.to === 'camera' ? stop.look : camera;
}

/** What is said beside the code, or in its place: the room reads it, so it is short. */
export function codeWords({ i18n }: App, code: StopCode, index: number, at: keyof typeof MOST_CODE_BYTES): string {
  const { t, number } = i18n.value;
  switch (code.leadsTo) {
    case 'tour':
      return t('codeTour', { n: index + 1 });
    case 'view':
      return t('codeView');
    case null:
      return t('codeNone', { n: number(code.bytes), most: number(MOST_CODE_BYTES[at]) });
  }
}

/** Whether another device opens the page by its address: a file, and a page that this computer gives itself, it does not. */
export const opensElsewhere = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'> = location): boolean =>
  protocol !== 'file:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
