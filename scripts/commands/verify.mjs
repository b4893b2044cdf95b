import { verify } from '../deployment.mjs';

const usage = `Use:
npm run verify -- https://maps.example/foshan/    whether a deployment sends what it should; asks for every file once`;

/**
 * Says of a deployment what is well and what is wrong.
 *
 * @param {string[]} args its address
 * @returns {Promise<number>} 0 when all is well, 1 when something is wrong, 2 when there is no address
 */
export async function main(args) {
  const [address = ''] = args;
  if (args.length !== 1 || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
    console.error(usage);
    return 2;
  }
  const checks = await verify(address);
  for (const { what, wrong } of checks) {
    console.log(`${wrong.length === 0 ? 'well ' : 'WRONG'}  ${what}`);
    for (const fault of wrong) console.log(`         ${fault}`);
  }
  const count = checks.filter(({ wrong }) => wrong.length > 0).length;
  console.log(count === 0 ? '\nAll is well.' : `\n${count} of ${checks.length} are wrong.`);
  return count === 0 ? 0 : 1;
}
