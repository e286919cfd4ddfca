/** The homeserver has logins, but none by password. */
export class NoPasswordLoginError extends Error {
  override name = "NoPasswordLoginError";
  readonly code = "NO_PASSWORD_LOGIN";
  /** @param hasCode whether one can log in there by a link and a code */
  constructor(hasCode: boolean) {
    super(
      hasCode
        ? "This homeserver takes no login by password. Take MATRIX_PASSWORD out of the settings and leave MATRIX_USER: whereat then gives a link and a code, with which you log it in."
        : "This homeserver takes no login by password. Give MATRIX_ACCESS_TOKEN in the place of MATRIX_USER and MATRIX_PASSWORD: the token of a login that only whereat uses, from whoever runs the homeserver.",
    );
  }
}

/** The homeserver has no login by a link and a code. */
export class NoCodeLoginError extends Error {
  override name = "NoCodeLoginError";
  readonly code = "NO_CODE_LOGIN";
  /** @param hasPassword whether one can log in there by password */
  constructor(hasPassword: boolean) {
    super(
      hasPassword
        ? "This homeserver has no login by a link and a code. Give MATRIX_PASSWORD beside MATRIX_USER: it takes logins by password."
        : "This homeserver takes no login by a link and a code, and none by password. Give MATRIX_ACCESS_TOKEN in the place of MATRIX_USER: the token of a login that only whereat uses, from whoever runs the homeserver.",
    );
  }
}

/** Whoever was shown the code has turned the login down. */
export class LoginDeniedError extends Error {
  override name = "LoginDeniedError";
  readonly code = "LOGIN_DENIED";
  constructor() {
    super("the login was turned down where its code was to be confirmed. Start whereat again for another code.");
  }
}

/** The login is that of another account than the settings name. */
export class WrongAccountError extends Error {
  override name = "WrongAccountError";
  readonly code = "WRONG_ACCOUNT";
  constructor() {
    super(
      "the code was confirmed by another account than MATRIX_USER names. Log out in that browser, or open a private window there, and start whereat again.",
    );
  }
}
