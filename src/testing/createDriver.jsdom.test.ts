// @vitest-environment jsdom
import './createDriver.test.ts';
