// The software bill of materials of a build: the packages whose code is in it, as scanners of known faults read them.
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

export const BILL_FILE = 'bom.cdx.json';

/**
 * A bill in CycloneDX 1.6, JSON. The same for the same packages: without a serial number or the time of the build.
 *
 * @param {{ name: string, version: string, license: string }} product as its package.json says
 * @param {readonly { name: string, version: string, licence: string }[]} packages `version` is empty where it is not known
 * @returns {string}
 */
export function billOf(product, packages) {
  const bill = new Models.Bom();
  bill.metadata.component = componentOf(
    Enums.ComponentType.Application,
    product.name,
    product.version,
    product.license,
  );
  for (const { name, version, licence } of packages) {
    bill.components.add(componentOf(Enums.ComponentType.Library, name, version, licence));
  }
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(normalizer).serialize(bill, { sortLists: true, space: 1 });
}

/**
 * @param {import('@cyclonedx/cyclonedx-library').Enums.ComponentType} type
 * @param {string} name of an npm package
 * @param {string} version
 * @param {string} licence SPDX, or whatever the package calls it
 */
function componentOf(type, name, version, licence) {
  const purl = `pkg:npm/${name.replace('@', '%40')}${version === '' ? '' : `@${version}`}`;
  const component = new Models.Component(type, name, { version: version || undefined, purl, bomRef: purl });
  if (licence !== '') component.licenses.add(licences.makeFromString(licence));
  return component;
}

/** What is no single licence is an expression when it looks like one. */
const licences = new Contrib.License.Factories.LicenseFactory((text) => {
  if (!/ (OR|AND|WITH) /.test(text)) throw new Error(`${text}: no SPDX expression`);
});
