import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const VIEWS = [
  '',
  'site=xianhu-hydrogen-valley',
  'cluster=equipment',
  'district=nanhai',
  'unit=industry-it',
  'clause=3.5&view=reader',
];

for (const [lang, theme] of [
  ['zh-Hans', 'light'],
  ['en', 'dark'],
] as const) {
  test(`axe finds nothing: ${lang}, ${theme}`, async ({ app, page }) => {
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await app.open(`${view}&lang=${lang}&theme=${theme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(
          (v) =>
            `${view}: ${v.id}: ${v.nodes
              .map((n) => n.target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
        ),
      ).toEqual([]);
    }
  });
}

test('axe finds nothing on a phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('site=jihua-laboratory');
  for (const tab of ['列表', '图例', '详情']) {
    await page.getByRole('tab', { name: tab }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(
        (v) =>
          `${tab}: ${v.id}: ${v.nodes
            .map((n) => n.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      ),
    ).toEqual([]);
  }
});
