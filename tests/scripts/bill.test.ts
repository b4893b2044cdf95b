import { describe, expect, it } from 'vitest';
import { billOf } from '../../scripts/bill.mjs';

const product = { name: 'a-map', version: '1.2.0', license: 'MIT' };
const packages = [
  { name: '@deck.gl/core', version: '9.4.0', licence: 'MIT' },
  { name: 'dompurify', version: '3.0.0', licence: '(MPL-2.0 OR Apache-2.0)' },
  { name: 'old', version: '1.0.0', licence: 'EDL-1.0' },
  { name: 'inside-another', version: '', licence: '' },
];

describe('the bill of materials', () => {
  const bill = JSON.parse(billOf(product, packages));

  it('names the product and each package with version, address and licence', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'a-map', version: '1.2.0' });
    expect(bill.components).toEqual([
      {
        type: 'library',
        name: '@deck.gl/core',
        version: '9.4.0',
        'bom-ref': 'pkg:npm/%40deck.gl/core@9.4.0',
        purl: 'pkg:npm/%40deck.gl/core@9.4.0',
        licenses: [{ license: { id: 'MIT' } }],
      },
      expect.objectContaining({ name: 'dompurify', licenses: [{ expression: '(MPL-2.0 OR Apache-2.0)' }] }),
      { type: 'library', name: 'inside-another', 'bom-ref': 'pkg:npm/inside-another', purl: 'pkg:npm/inside-another' },
      expect.objectContaining({ name: 'old', licenses: [{ license: { name: 'EDL-1.0' } }] }),
    ]);
  });

  it('is the same for the same packages, in whatever order', () => {
    expect(billOf(product, [...packages].reverse())).toBe(billOf(product, packages));
  });
});
