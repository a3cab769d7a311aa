/** Layer 4. The version of this program, which the manifest names. A test holds it to be that of package.json. */
export const version = '0.1.0';
