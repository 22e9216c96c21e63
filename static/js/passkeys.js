// Passkeys: the browser makes or uses one, and the form carries what it says. Only these pages need this file.
(() => {
  "use strict";
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const told = (credential) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const create = (options, alone) => {
    const asked = { ...options.publicKey };
    asked.challenge = bytes(asked.challenge);
    asked.user = { ...asked.user, id: bytes(asked.user.id) };
    asked.excludeCredentials = named(asked.excludeCredentials);
    asked.authenticatorSelection = {
      ...asked.authenticatorSelection,
      residentKey: alone ? "required" : "discouraged",
      requireResidentKey: alone,
      ...(alone ? { userVerification: "required" } : {}),
    };
    return navigator.credentials.create({ publicKey: asked });
  };
  const get = (options) => {
    const asked = { ...options.publicKey };
    asked.challenge = bytes(asked.challenge);
    asked.allowCredentials = named(asked.allowCredentials);
    return navigator.credentials.get({ publicKey: asked });
  };

  const asked = (form) => JSON.parse(form.dataset.options);
  const ways = {
    create: (form) => create(asked(form).creation_options, form.querySelector("[data-passkey-alone]").checked),
    get: (form) => get(asked(form).request_options),
    login: async (form) => {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error("refused");
      return get((await answer.json()).request_options);
    },
  };

  const go = async (form) => {
    const says = form.querySelector("[data-passkey-says]");
    says.hidden = true;
    try {
      const credential = await ways[form.dataset.passkey](form);
      form.querySelector('[name="credential"]').value = JSON.stringify(told(credential));
      form.submit();
    } catch {
      says.textContent = form.dataset.failed;
      says.hidden = false;
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-passkey-go]");
    if (button) go(button.closest("form"));
  });
})();
