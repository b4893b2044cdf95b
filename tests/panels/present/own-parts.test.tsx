import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stageFrame } from '../../../src/domain/stage-frame.ts';
import Editor from '../../../src/panels/present/author/editor.tsx';
import { NO_NUMBER } from '../../../src/panels/present/author/own-number.tsx';
import { Caption } from '../../../src/panels/present/caption.tsx';
import { saidOf } from '../../../src/panels/present/said.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

const PIXEL = { data: 'data:image/png;base64,iVBORw0KGgo=', width: 1, height: 1, alt: { zh: '点', en: 'A dot' } };

async function opened(stop = stopOf('a')) {
  const app = makeApp('mode=present');
  const presentation = presentationOf(app, memoryTours);
  await presentation.authoring.loaded;
  presentation.authoring.open({ ...tourOf(), stops: [stop] });
  app.state.present.play('own-1');
  const { authoring } = presentation;
  const view = renderIn(app, <Editor onClose={vi.fn()} />);
  return { app, authoring, ...view, stop: () => authoring.tour.value?.stops[0] };
}

/** A browser that opens pictures of one size, or none. */
function browserThatOpens(size: { readonly width: number; readonly height: number } | null) {
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      naturalWidth = size?.width ?? 0;
      naturalHeight = size?.height ?? 0;
      decode = () => (size === null ? Promise.reject(new Error('no picture')) : Promise.resolve());
    },
  );
  const canvas = {
    fillRect: vi.fn(),
    drawImage: vi.fn(),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(Object.assign(Object.create(null), canvas));
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation((type) => `data:${type};base64,AAAA`);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const choose = (container: Element, file: File) => {
  const input = container.querySelector('.author-image input[type="file"]');
  if (input === null) throw new Error('no way to choose a picture');
  fireEvent.change(input, { target: { files: [file] } });
};

const FRAME = stageFrame(1280, 720);
const TOUR = { id: 'own-1', title: { zh: '甲', en: '甲' }, stops: [] };

describe('a number of one’s own', () => {
  it('is written with what it is and where it is from, and taken back field by field', async () => {
    const { stop } = await opened();
    fireEvent.change(screen.getByLabelText(/^数字/), { target: { value: 'own' } });
    const write = (label: string, value: string) => {
      const field = screen.getByLabelText(label);
      fireEvent.input(field, { target: { value } });
      fireEvent.blur(field);
    };
    write('数字（连单位）', '12.5亿元');
    write('这个数字说明什么', '到位投资');
    write('来源', '区工信局');
    expect(stop()?.figure).toEqual({
      from: 'own',
      value: { zh: '12.5亿元', en: '12.5亿元' },
      label: { zh: '到位投资', en: '到位投资' },
      source: { zh: '区工信局', en: '区工信局' },
    });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(stop()?.figure).toMatchObject({ value: { zh: '12.5亿元' }, source: { zh: '' } });
  });

  it('is shown as the presenter’s, with its source or without one', async () => {
    const figure = (source: string) =>
      stopOf('a', {
        figure: {
          from: 'own',
          value: { zh: '12.5亿元', en: '' },
          label: { zh: '到位', en: '' },
          source: { zh: source, en: '' },
        },
      });
    const app = makeApp('mode=present');
    presentationOf(app, memoryTours);
    const { container, unmount } = renderIn(app, <Caption stop={figure('区工信局')} tour={TOUR} frame={FRAME} />);
    expect(words(container.querySelector('.stage-figure'))).toBe('12.5亿元到位');
    expect(words(container.querySelector('.stage-source'))).toContain('讲解人自己的数字，来自区工信局');
    unmount();
    const other = renderIn(app, <Caption stop={figure('')} tour={TOUR} frame={FRAME} />);
    expect(words(other.container.querySelector('.stage-source'))).toContain('没有写来源');
    other.unmount();
    const empty = renderIn(app, <Caption stop={stopOf('a', { figure: NO_NUMBER })} tour={TOUR} frame={FRAME} />);
    expect(empty.container.querySelector('.stage-figure')).toBeNull();
    expect(words(empty.container.querySelector('.stage-source'))).not.toContain('讲解人');
  });
});

describe('a picture of one’s own', () => {
  it('is drawn anew, asks what it shows, and can be replaced and taken out', async () => {
    browserThatOpens({ width: 4000, height: 2000 });
    const { container, stop } = await opened();
    choose(container, new File(['x'], '厂房.jpg', { type: 'image/jpeg' }));
    await waitFor(() => expect(stop()?.image).toMatchObject({ width: 1600, height: 800 }));
    expect(stop()?.image?.data).toBe('data:image/jpeg;base64,AAAA');
    const alt = screen.getByLabelText(/^图片说明/);
    expect(alt.getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(alt, { target: { value: '新厂房的航拍' } });
    expect(alt.getAttribute('aria-invalid')).toBe('false');
    choose(container, new File(['x'], '图.png', { type: 'image/png' }));
    await waitFor(() => expect(stop()?.image?.data).toBe('data:image/png;base64,AAAA'));
    expect(stop()?.image?.alt.zh).toBe('新厂房的航拍');
    fireEvent.click(screen.getByRole('button', { name: '去掉图片' }));
    expect(stop()?.image).toBeNull();
  });

  it.each([
    ['is none', null, '浏览器打不开这张图片'],
    ['has too many pixels', { width: 20_000, height: 20_000 }, '像素太多'],
  ])('that %s is refused by its name, and the one before stays', async (_, size, reason) => {
    browserThatOpens(size);
    const { container, stop } = await opened(stopOf('a', { image: PIXEL }));
    choose(container, new File(['x'], '坏的.jpg', { type: 'image/jpeg' }));
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('“坏的.jpg”没有放进来');
    expect(words(alert)).toContain(reason);
    expect(stop()?.image).toEqual(PIXEL);
  });

  it('stands on the stage with its words', () => {
    const app = makeApp('mode=present');
    presentationOf(app, memoryTours);
    renderIn(app, <Caption stop={stopOf('a', { image: PIXEL })} tour={TOUR} frame={FRAME} />);
    expect(screen.getByRole('img', { name: '点' }).getAttribute('src')).toBe(PIXEL.data);
  });
});

describe('a stop that shows nothing of the register', () => {
  it('names no source for a picture of one’s own, nor for a number that is not written yet', () => {
    const app = makeApp('mode=present');
    const show = { ...stopOf('a').show, clusters: [] };
    const sourceOf = (change: Parameters<typeof stopOf>[1]) => saidOf(app, TOUR, stopOf('a', change)).source;
    expect(sourceOf({ show, image: PIXEL })).toBe('');
    expect(sourceOf({ show, figure: NO_NUMBER })).toBe('');
    const value = { zh: '128 家', en: '128 firms' };
    expect(sourceOf({ show, figure: { ...NO_NUMBER, value } })).not.toBe('');
    expect(sourceOf({ image: PIXEL })).toContain('本图点位登记');
  });
});

describe('a table of stops', () => {
  it('is read row by row: what is wrong is named, the rest is taken, and one step takes it back', async () => {
    const { container, authoring, stop } = await opened();
    const input = container.querySelector('.author-tools input[accept*="csv"]');
    const text = 'id,title_zh,seconds\r\na,改过,20\r\n,新站,1\r\n,又一站,12\r\n';
    fireEvent.change(input ?? document.body, { target: { files: [new File([text], '站点.csv')] } });
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('“站点.csv”有1行没有读入，其余已读入。');
    expect(words(alert)).toContain('第3行 · seconds：太小，至少3');
    expect(authoring.tour.value?.stops.map(({ title }) => title.zh)).toEqual(['改过', '又一站']);
    authoring.undo();
    expect(stop()?.title.zh).toBe('第 a 站');
  });
});

describe('a hidden stop', () => {
  it('is said to be hidden in the list, and plays again', async () => {
    const { container, stop } = await opened();
    const hide = screen.getByRole('button', { name: /^隐藏这一站/ });
    fireEvent.click(hide);
    expect(stop()?.hidden).toBe(true);
    expect(words(container.querySelector('.author-choose'))).toContain('（隐藏）');
    fireEvent.click(hide);
    expect(stop()?.hidden).toBe(false);
  });
});
