/** True in the build that bundlers and test runners pick by the `development` export condition. */
declare const __DEV__: boolean;
/** The version in package.json. */
declare const __VERSION__: string;
