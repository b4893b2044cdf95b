import { describe, expect, it } from 'vitest';
import { MOST_CODE_BYTES, stopCode } from '../../../src/state/present/stop-code.ts';
import { linkedTour, packedTour } from '../../../src/state/present/tour-link.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

const page = 'https://map.example/';
const camera = { zoom: 11.5, lat: 23.01, lng: 113.12, bearing: 0, pitch: 0 };
const own = (...ids: string[]) => ({ page, lang: null, tour: tourOf(...ids), index: 0, everywhere: false, camera });

describe('the code of a stop', () => {
  it('leads to a tour that every device has by its id', () => {
    const tour = { ...tourOf('a', 'b', 'c'), id: 'investors' };
    expect(stopCode({ ...own(), tour, index: 2, everywhere: true, lang: 'en' }, MOST_CODE_BYTES.stage)).toEqual({
      leadsTo: 'tour',
      address: 'https://map.example/#mode=present&lang=en&tour=investors&stop=3',
    });
  });

  it('has a tour of one device inside where the code can be read so', () => {
    const code = stopCode(own('a'), MOST_CODE_BYTES.paper);
    expect(code.leadsTo).toBe('tour');
    const packed = /[#&]t=([^&]*)/.exec(code.leadsTo === null ? '' : code.address)?.[1] ?? '';
    expect(linkedTour(packed)).toEqual({ tour: tourOf('a') });
    expect(packedTour(tourOf('a')).packed.length).toBeGreaterThan(MOST_CODE_BYTES.stage);
  });

  it('else leads to what the stop shows, where it looks', () => {
    const stop = stopOf('a', {
      show: { ...stopOf('a').show, clusters: ['food'], selection: { entity: 'district', id: 'nanhai' }, year: 2024 },
    });
    const tour = { ...tourOf(), stops: [stop] };
    expect(stopCode({ ...own(), tour }, MOST_CODE_BYTES.stage)).toEqual({
      leadsTo: 'view',
      address: 'https://map.example/#map=11.50/23.01000/113.12000&clusters=food&district=nanhai&year=2024',
    });
  });

  it('holds 150 bytes on the stage and no more', () => {
    const long = `https://map.example/${'x'.repeat(80)}/`;
    const at = '#map=11.50/23.01000/113.12000';
    expect([long.length, at.length]).toEqual([101, 29]);
    const room = (n: number) => ({ ...own('a'), page: long + 'y'.repeat(n) });
    expect(stopCode(room(20), MOST_CODE_BYTES.stage)).toMatchObject({ leadsTo: 'view' });
    expect(stopCode(room(21), MOST_CODE_BYTES.stage)).toEqual({ leadsTo: null, bytes: 151 });
  });
});
