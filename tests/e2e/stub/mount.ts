/** A map that draws nothing and is ready at once, in place of src/map/mount.ts: for tests of what stands beside the map. */

import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { holdsText } from '../../../src/data/device/storage.ts';
import { FOSHAN_BBOX } from '../../../src/domain/position.ts';
import type * as real from '../../../src/map/mount.ts';
import type { MapPicture, MapPort, PictureRequest } from '../../../src/state/map-port.ts';

export const startMapWorker: typeof real.startMapWorker = () => undefined;

export const mountMap: typeof real.mountMap = (app, element, _source, onPort) => {
  const { state } = app;
  document.querySelector('.first-view')?.remove();
  onPort(portOf(element));
  state.actions.setInView({ bbox: FOSHAN_BBOX, zoom: 9 });
  state.actions.setMapStatus('ready');
  document.documentElement.dataset['ready'] = '1';
  if (holdsText(DEVICE_KEYS.sets) || holdsText(DEVICE_KEYS.remote)) app.need.imports();
  return Promise.resolve();
};

function portOf(element: HTMLElement): MapPort {
  const nothing = () => undefined;
  return {
    ...{ zoomIn: nothing, zoomOut: nothing, reset: nothing, northUp: nothing, focus: nothing },
    ...{ fitSites: nothing, fitBox: nothing, finishMove: nothing },
    followPointer: () => Promise.resolve(nothing),
    moveTo: () => Promise.resolve(true),
    currentView: () => ({ zoom: 9, lat: 23, lng: 113, bearing: 0, pitch: 0, across: element.clientHeight }),
    picture: (request) => Promise.resolve(blank(request, element)),
    film: () => Promise.reject(new Error('a map that is not drawn gives no film')),
  };
}

/** A picture without anything in it, of as much ground as a real one: a flat one will do. */
function blank({ size, pixelRatio, ground }: PictureRequest, { clientWidth, clientHeight }: HTMLElement): MapPicture {
  const { width, height } = size === 'as-shown' ? { width: clientWidth, height: clientHeight } : size;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * pixelRatio, height: height * pixelRatio });
  const [lng, lat] = ground?.centre ?? [113, 23];
  const degrees = (ground?.metresPerPixel ?? 102.5) / 102_500;
  const positionAt: MapPicture['positionAt'] = (x, y) => [
    lng + (x - width / 2) * degrees,
    lat - (y - height / 2) * degrees,
  ];
  return {
    ...{ width, height, pixelRatio, canvas, bearing: 0, positionAt },
    ruler: [positionAt(width / 2 - 50, height / 2), positionAt(width / 2 + 50, height / 2)],
    pixelOf: ([east, north]) => [width / 2 + (east - lng) / degrees, height / 2 - (north - lat) / degrees],
    ...{ sites: new Set(), layers: new Set(), points: new Map(), credits: [] },
  };
}
