/**
 * A table of a million names in the order of the language, beside the collator that compares them one by one.
 * Run with `npm run bench sort-million`; not part of the tests, because it times the machine.
 */
import { tableRows } from '../../src/analysis/table-rows.ts';
import { packText } from '../../src/domain/point-set.ts';
import { seeded } from '../fixtures/random-set.ts';

const COUNT = 1_000_000;
/** The collator alone takes too long for all. */
const COMPARED = 100_000;
const PARTS = [
  '佛山市',
  '顺德区',
  '南海区',
  '精密',
  '机械',
  '科技',
  '五金',
  '电子',
  '塑料',
  '华',
  '明',
  '宏',
  '达',
  '鑫',
];

const random = seeded(3);
const part = () => PARTS[Math.floor(random() * PARTS.length)] ?? '';
const names = Array.from({ length: COUNT }, () => `佛山市${part()}${part()}${part()}第${Math.floor(random() * 1e6)}厂`);

function timed(what: string, work: () => unknown): void {
  const start = performance.now();
  work();
  console.log(`${what.padEnd(52)} ${(performance.now() - start).toFixed(0).padStart(8)} ms`);
}

for (const run of ['first', 'second', 'third']) {
  const set = { count: COUNT, columns: [packText('名称', names)] };
  timed(`${COUNT} names, ${run} time`, () => tableRows(set, undefined, '', { column: 0, descending: false }));
  timed('  the other way round, its places known', () =>
    tableRows(set, undefined, '', { column: 0, descending: true }),
  );
}
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
timed(`${COMPARED} names by the collator`, () => names.slice(0, COMPARED).sort(collator.compare));
