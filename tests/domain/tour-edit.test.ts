import { describe, expect, it } from 'vitest';
import {
  changedPlace,
  fitted,
  freshStopId,
  isFitting,
  isFull,
  roomFor,
  roomTaken,
  said,
  withChange,
  withCopy,
  withMoved,
  without,
  withStop,
} from '../../src/domain/tour-edit.ts';
import { MOST_STOPS, type Tour } from '../../src/domain/tour-schema.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';

const ids = (tour: Tour) => tour.stops.map(({ id }) => id).join(' ');

describe('the steps of editing a tour', () => {
  const tour = tourOf('a', 'b', 'c', 'd');

  it('are found again: where a stop was moved to, else the first that is another', () => {
    expect(changedPlace(tour, tour)).toBeNull();
    expect(changedPlace(tour, { ...tour })).toBeNull();
    expect(changedPlace(tour, withChange(tour, 2, { seconds: 30 }))).toBe(2);
    expect(changedPlace(withMoved(tour, 0, 2), tour)).toBe(0);
    expect(changedPlace(tour, withMoved(tour, 0, 2))).toBe(2);
    expect(changedPlace(tour, withMoved(tour, 3, 1))).toBe(1);
    expect(changedPlace(withCopy(tour, 1), tour)).toBe(2);
    expect(changedPlace(tour, without(tour, 3))).toBe(2);
    expect(changedPlace(tour, { ...tour, stops: [] })).toBe(0);
  });

  it('put, move, copy and take away stops, and leave the tour they were given as it was', () => {
    expect(ids(withStop(tour, stopOf('x'), 1))).toBe('a x b c d');
    expect(ids(withMoved(tour, 0, 2))).toBe('b c a d');
    expect(ids(withMoved(tour, 3, 0))).toBe('d a b c');
    expect(ids(withCopy(tour, 1))).toBe('a b stop-1 c d');
    expect(ids(without(tour, 2))).toBe('a b d');
    expect(withChange(tour, 1, { seconds: 30 }).stops.map(({ seconds }) => seconds)).toEqual([15, 30, 15, 15]);
    expect(ids(tour)).toBe('a b c d');
  });

  it('change nothing where there is no such place', () => {
    expect(withMoved(tour, 0, -1)).toBe(tour);
    expect(withMoved(tour, 3, 4)).toBe(tour);
    expect(withMoved(tour, 9, 0)).toBe(tour);
    expect(without(tour, 4)).toBe(tour);
    expect(withCopy(tour, 4)).toBe(tour);
    expect(withChange(tour, 4, { seconds: 3 })).toBe(tour);
  });

  it('give ids that are free, and take no more stops than a tour holds', () => {
    expect(freshStopId(tourOf('stop-1', 'stop-3'))).toBe('stop-2');
    const full = tourOf(...Array.from({ length: MOST_STOPS }, (_, n) => `s${n}`));
    expect(isFull(full)).toBe(true);
    expect(withStop(full, stopOf('x'), 0)).toBe(full);
    expect(withCopy(full, 0)).toBe(full);
  });
});

describe('words in two languages', () => {
  it('are the same until they were written apart', () => {
    expect(said({ zh: '', en: '' }, 'zh-Hans', '甲')).toEqual({ zh: '甲', en: '甲' });
    expect(said({ zh: '甲', en: '' }, 'zh-Hans', '乙')).toEqual({ zh: '乙', en: '乙' });
    expect(said({ zh: '甲', en: '甲' }, 'zh-Hant', '乙')).toEqual({ zh: '乙', en: '乙' });
    expect(said({ zh: '甲', en: 'One' }, 'en', 'Two')).toEqual({ zh: '甲', en: 'Two' });
    expect(said({ zh: '甲', en: 'One' }, 'zh-Hans', '乙')).toEqual({ zh: '乙', en: 'One' });
  });
});

describe('the room of a title and of words', () => {
  const room = roomFor('title');

  it('is told in whole characters', () => {
    expect(roomTaken('佛山市')).toBe(3);
    expect(roomTaken('abc')).toBe(2);
  });

  it('is not overrun by typing or pasting', () => {
    const full = '字'.repeat(room);
    expect(fitted('', `${full}更多`, 'title')).toBe(full);
    expect(fitted(full, `插${full}`, 'title')).toBe(full);
    expect(fitted('头尾', `头${full}尾`, 'title')).toBe(`头${full.slice(2)}尾`);
    expect(fitted('头尾', `${full}换成别的`, 'title')).toBe(full);
    expect(fitted(full, full.slice(1), 'title')).toBe(full.slice(1));
  });

  it('ends with the fifth line', () => {
    expect(fitted('', '一\n二\n三\n四\n五\n六', 'words')).toBe('一\n二\n三\n四\n五');
    expect(fitted('一\n二\n三\n四\n五', '一\n二\n三\n四\n五\n', 'words')).toBe('一\n二\n三\n四\n五');
    expect(fitted('一', '一\n', 'title')).toBe('一');
  });

  it('lets a text that came too long become shorter, and loses nothing of it', () => {
    const long = '字'.repeat(roomFor('words') + 20);
    expect(isFitting(long, 'words')).toBe(false);
    expect(fitted(long, `插${long}`, 'words')).toBe(long);
    expect(fitted(long, long.slice(5), 'words')).toBe(long.slice(5));
  });

  it('cuts between characters, not inside one', () => {
    const cut = fitted('', '😀'.repeat(99), 'title');
    expect(cut).toBe('😀'.repeat(cut.length / 2));
    expect(cut.length).toBeGreaterThan(10);
  });
});
