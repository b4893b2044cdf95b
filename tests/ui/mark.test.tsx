import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Mark } from '../../src/ui/mark.tsx';

function drawing(form: 'badge' | 'ring', coarse: boolean): string {
  const { container, unmount } = render(<Mark cluster="food" theme="light" group="area" form={form} coarse={coarse} />);
  const drawn = container.innerHTML;
  unmount();
  return drawn;
}

it('tells points from areas, and of each those that are placed coarsely', () => {
  const looks = [drawing('badge', false), drawing('badge', true), drawing('ring', false), drawing('ring', true)];
  expect(new Set(looks).size).toBe(4);
  expect(looks.map((look) => look.includes('stroke-dasharray'))).toEqual([false, true, true, true]);
});
