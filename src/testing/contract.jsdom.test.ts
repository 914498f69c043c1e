// @vitest-environment jsdom
import './contract.test.ts';
